package com.sparkify.etl.it.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.sparkify.etl.it.Orphans;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.s3.Bucket;
import com.sparkify.etl.it.s3.S3Session;
import com.sparkify.etl.it.s3.SparkifyOnS3;
import com.sparkify.etl.it.s3.proxy.Exchange;
import com.sparkify.etl.it.s3.proxy.Fate;
import com.sparkify.etl.it.s3.proxy.RequestProxy;
import com.sparkify.etl.it.s3.proxy.Rule;
import com.sparkify.etl.it.s3.proxy.S3Request;
import com.sparkify.etl.runner.InThisJvm;
import com.sparkify.etl.runner.InThisJvm.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/**
 * A lake in a bucket that has a published version, and files that wait to be loaded. It can be put
 * back to that, and whatever asks for it goes by way of a proxy that follows a rule.
 *
 * <p>The commands run in this JVM, each with an S3 client of its own; a process for each would take
 * five times as long. That the process of the last command has ended is told to the lock, if it was
 * left behind.
 */
final class LakeOnTrial implements AutoCloseable {
  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");
  private static final List<String> FIRST =
      List.of(
          "song_data/A/A/D/TRAADAB12903C453BB.json",
          "song_data/A/A/D/TRAADBC128F14531D2.json",
          "song_data/A/A/D/TRAADCU128F93B90EB.json",
          "log_data/2018/11/2018-11-29-events.json",
          "log_data/2018/11/2018-11-30-events.json");
  private static final List<String> NEW =
      List.of("song_data/A/A/D/TRAADBT128F420C560.json", "log_data/2018/12/2018-12-01-events.json");
  private static final String OWN = SparkifyOnS3.LAKE + "/_sparkify/";
  private static final Pattern PROCESS = Pattern.compile("\"processId\":\\d+");

  /** Linux gives no process such an id. */
  private static final String GONE = "\"processId\":999999999";

  private final Bucket bucket;
  private final RequestProxy proxy;
  private final Path copy;
  private final Rows before;
  private final Rows after;
  private final Map<Target, Long> requests;
  private volatile Rule rule = Rule.forwardAll();

  private LakeOnTrial(Bucket bucket, Path folder) {
    this.bucket = bucket;
    this.proxy = RequestProxy.before(bucket.endpoint(), this::fateOf, Duration.ZERO);
    this.copy = folder.resolve("lake");
    put(FIRST);
    requireDone(run());
    bucket.copyFolder(SparkifyOnS3.LAKE, copy);
    this.before = rows();
    put(NEW);
    proxy.journal().taken();
    requireDone(run());
    this.requests =
        proxy.journal().taken().stream()
            .map(Exchange::request)
            .collect(groupingBy(Target::of, TreeMap::new, counting()));
    this.after = rows();
  }

  /**
   * Makes the lake.
   *
   * @param folder to keep a copy in
   */
  static LakeOnTrial in(Bucket bucket, Path folder) {
    return new LakeOnTrial(bucket, folder);
  }

  /** The rows of the published version. */
  Rows before() {
    return before;
  }

  /** The rows once the waiting files are loaded. */
  Rows after() {
    return after;
  }

  /** How many requests of each kind it takes to load them when nothing goes wrong. */
  Map<Target, Long> requests() {
    return requests;
  }

  /** Puts the lake back to the published version with files that wait. */
  void restore() {
    bucket.abortUploads();
    bucket.keys(SparkifyOnS3.LAKE + "/").forEach(bucket::delete);
    bucket.putFolder(SparkifyOnS3.LAKE, copy);
  }

  /** Runs the main job on the lake while its requests follow {@code during}. */
  Ended run(Rule during) {
    rule = during;
    try {
      return run();
    } finally {
      rule = Rule.forwardAll();
    }
  }

  /** Runs the main job on the lake. */
  Ended run() {
    SparkSession spark = S3Session.on(bucket, proxy.endpoint()).newSession();
    SparkifyOnS3 options = SparkifyOnS3.ownerOf(bucket).at(proxy.endpoint());
    List<String> arguments = new ArrayList<>();
    arguments.add("run");
    arguments.add("--songs=" + bucket.uri(SparkifyOnS3.SONGS));
    arguments.add("--events=" + bucket.uri(SparkifyOnS3.EVENTS));
    arguments.add("--lake=" + bucket.uri(SparkifyOnS3.LAKE));
    arguments.addAll(options.server());
    try {
      return new InThisJvm(spark).run(arguments);
    } finally {
      endTheProcess(spark);
    }
  }

  /** The rows that a reader sees now. */
  Rows rows() {
    Path folder = temporaryFolder();
    bucket.copyFolder(SparkifyOnS3.LAKE, folder);
    return Rows.of(folder);
  }

  /** What a run should not leave behind, if it ends well. */
  List<String> leftovers() {
    return Orphans.in(bucket);
  }

  @Override
  public void close() {
    proxy.close();
  }

  private Fate fateOf(S3Request request) {
    return rule.fateOf(request);
  }

  private void put(List<String> files) {
    files.forEach(file -> bucket.putFile(file, SAMPLE.resolve(file)));
  }

  private void endTheProcess(SparkSession spark) {
    try {
      FileSystem.get(URI.create(bucket.uri("")), spark.sparkContext().hadoopConfiguration())
          .close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String key : bucket.keys(OWN + "lock")) {
      bucket.put(key, PROCESS.matcher(bucket.text(key)).replaceAll(GONE));
    }
  }

  private static void requireDone(Ended ended) {
    if (ended.exitCode() != 0) {
      throw new IllegalStateException("a run without faults fails: " + ended.err());
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("sparkify-lake");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
