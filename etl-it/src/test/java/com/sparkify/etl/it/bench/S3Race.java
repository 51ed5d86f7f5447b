package com.sparkify.etl.it.bench;

import static com.sparkify.etl.it.bench.Contestant.DUCKDB;
import static com.sparkify.etl.it.bench.Contestant.SPARKIFY;
import static com.sparkify.etl.it.bench.Contestant.TYPICAL;

import com.sparkify.etl.it.bench.LakeRows.Side;
import com.sparkify.etl.it.s3.Bucket;
import com.sparkify.etl.it.s3.OwnBucket;
import com.sparkify.etl.it.s3.SparkifyOnS3;
import com.sparkify.etl.it.s3.proxy.Exchange;
import com.sparkify.etl.it.s3.proxy.Operation;
import com.sparkify.etl.it.s3.proxy.RequestProxy;
import com.sparkify.etl.it.s3.proxy.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The product on a bucket in which each request takes its time: a first run, and one that finds
 * nothing new. The server and the proxy before it are in this process, on the same cores.
 */
final class S3Race {
  private static final String FIRST = SPARKIFY + ", first run";
  private static final String NOTHING_NEW = SPARKIFY + ", nothing new";

  private final WorkFolder folder;
  private final int rounds;
  private final Duration delay;
  private final Map<String, Map<Operation, Long>> requests = new TreeMap<>();

  S3Race(WorkFolder folder, int rounds, Duration delay) {
    this.folder = folder;
    this.rounds = rounds;
    this.delay = delay;
  }

  /**
   * Runs the product on {@code sources}, and compares its tables with those of {@code duckDb},
   * which reads them from disk.
   */
  Findings run(String title, Sources sources, Contestant duckDb) {
    Findings findings = new Findings(title);
    try (OwnBucket own = OwnBucket.opened()) {
      Bucket bucket = own.bucket();
      System.err.println("copying the files into the bucket");
      bucket.putFolder(SparkifyOnS3.SONGS, sources.songs());
      bucket.putFolder(SparkifyOnS3.EVENTS, sources.events());
      try (RequestProxy proxy = RequestProxy.before(bucket.endpoint(), Rule.forwardAll(), delay)) {
        for (int round = 1; round <= rounds; round++) {
          measure(findings, round, FIRST, bucket, proxy);
          measure(findings, round, NOTHING_NEW, bucket, proxy);
        }
      }
      requireSameRows(bucket, sources, duckDb);
    }
    requests.forEach(
        (name, counts) ->
            findings.note(
                "%s: %,d requests in the last round, %s"
                    .formatted(name, counts.values().stream().mapToLong(n -> n).sum(), counts)));
    findings.skip(DUCKDB, "its part is to read the same files from disk and find the same rows");
    findings.skip(TYPICAL, "it takes hours");
    return findings;
  }

  private void measure(
      Findings findings, int round, String name, Bucket bucket, RequestProxy proxy) {
    List<String> words = new ArrayList<>(Contestant.launcher().words());
    words.addAll(
        SparkifyOnS3.ownerOf(bucket)
            .at(proxy.endpoint())
            .to(bucket.uri(lake(round)))
            .runArguments());
    proxy.journal().taken();
    Measured measured = Measured.of(new Command(words, bucket.variables()), folder.output());
    requests.put(name, counted(proxy.journal().taken()));
    findings.add(name, Trial.elsewhere(measured));
    Race.progress(round, rounds, name, measured);
  }

  private static Map<Operation, Long> counted(List<Exchange> exchanges) {
    Map<Operation, Long> counts = new EnumMap<>(Operation.class);
    exchanges.forEach(exchange -> counts.merge(exchange.operation(), 1L, Long::sum));
    return counts;
  }

  private void requireSameRows(Bucket bucket, Sources sources, Contestant duckDb) {
    Path copy = folder.lake(SPARKIFY);
    bucket.copyFolder(lake(rounds), copy);
    Path other = folder.lake(DUCKDB);
    Measured.of(duckDb.command().apply(sources, other), folder.output());
    Referee.requireSameRows(List.of(new Side(SPARKIFY, copy), new Side(DUCKDB, other)));
    folder.done(copy);
    folder.done(other);
  }

  private static String lake(int round) {
    return SparkifyOnS3.LAKE + "-" + round;
  }
}
