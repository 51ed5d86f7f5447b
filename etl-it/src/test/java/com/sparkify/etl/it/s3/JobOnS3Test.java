package com.sparkify.etl.it.s3;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.s3.proxy.Exchange;
import com.sparkify.etl.it.s3.proxy.Operation;
import com.sparkify.etl.it.s3.proxy.RequestProxy;
import com.sparkify.etl.it.s3.proxy.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job on the shipped sample in a bucket: a first run and one with nothing new, with the
 * server 30 milliseconds away, and one after a song, a day and a line of rubbish have come.
 */
@ExtendWith(S3.class)
@TestInstance(Lifecycle.PER_CLASS)
class JobOnS3Test {
  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");
  private static final Duration DISTANCE = Duration.ofMillis(30);
  private static final List<String> LATE =
      List.of("song_data/A/A/D/TRAADBT128F420C560.json", "log_data/2018/12/2018-12-01-events.json");
  private static final String REPORTS = "lake/_sparkify/runs/";
  private static final String RUBBISH = "log_data/rubbish.json";

  private final Bucket bucket;
  private final Path folder;
  private final Run first;
  private final Run second;
  private final Run third;
  private final Ended local;

  /** A run, and what the server was asked for by it. */
  private record Run(Ended ended, List<Exchange> exchanges) {}

  JobOnS3Test(Bucket bucket, @TempDir Path folder) throws IOException {
    this.bucket = bucket;
    this.folder = folder;
    bucket.putFolder("", SAMPLE);
    bucket.put(RUBBISH, "rubbish\n");
    bucket.copyFolder("", folder);
    CompletableFuture<Ended> onLocalDisk = supplyAsync(this::runOnLocalDisk);
    LATE.forEach(bucket::delete);
    bucket.delete(RUBBISH);
    first = run(DISTANCE, "--report=first.json");
    second = run(DISTANCE, "--report=second.json", "--verbose");
    bucket.putFolder("", folder);
    third = run(Duration.ZERO, "--report=third.json");
    bucket.copyFolder(SparkifyOnS3.LAKE, folder.resolve("from-s3"));
    local = onLocalDisk.join();
  }

  private Run run(Duration distance, String... arguments) {
    try (RequestProxy proxy = RequestProxy.before(bucket.endpoint(), Rule.forwardAll(), distance)) {
      Ended ended = SparkifyOnS3.ownerOf(bucket).at(proxy.endpoint()).run(folder, arguments);
      return new Run(ended, proxy.journal().exchanges());
    }
  }

  private Ended runOnLocalDisk() {
    return Sparkify.withJavaOptions()
        .in(folder, "run", "--songs=song_data", "--events=log_data", "--lake=local");
  }

  @Test
  void runsFromFirstToLast() {
    assertThat(first.ended().exitCode()).as(first.ended().err()).isZero();
    assertThat(first.ended().out()).contains("run: published to " + bucket.uri("lake"));
    assertThat(second.ended().exitCode()).as(second.ended().err()).isZero();
    assertThat(second.ended().out()).contains("run: nothing new");
    assertThat(third.ended().exitCode()).as(third.ended().err()).isZero();
    assertThat(third.ended().out()).contains("rejected events: 1 malformed-json");
  }

  @Test
  void endsInTheRowsOfOneRunOnTheLocalDisk() {
    assertThat(local.exitCode()).as(local.err()).isZero();
    for (String table : DuckDb.TABLES) {
      String everyRow = "SELECT * FROM %s ORDER BY ALL".formatted(table);
      assertThat(new DuckDb(folder.resolve("from-s3")).rows(everyRow))
          .as(table)
          .isNotEmpty()
          .isEqualTo(new DuckDb(folder.resolve("local")).rows(everyRow));
    }
  }

  @Test
  void aRunWithNothingNewPutsNothingIntoATable() {
    assertThat(new PublishOrder(second.exchanges(), SparkifyOnS3.LAKE).writesToTables()).isEmpty();
    assertThat(second.exchanges())
        .filteredOn(exchange -> exchange.operation().writes() && !isOfTheLock(exchange))
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.operation()).isEqualTo(Operation.PUT);
              assertThat(exchange.request().key()).startsWith(REPORTS);
            });
  }

  @Test
  void theReportCountsTheRequestsThatTheServerGot() throws IOException {
    assertThat(reported("first.json")).isEqualTo(received(first)).doesNotContainKey("COPY");
    assertThat(reported("second.json")).isEqualTo(received(second)).doesNotContainKey("PUT");
    assertThat(first.ended().out()).containsPattern("requests to S3: [0-9,]+ GET, ");
  }

  @Test
  void publishesInOrderWithoutACopy() {
    assertThat(new PublishOrder(first.exchanges(), SparkifyOnS3.LAKE).violations()).isEmpty();
    PublishOrder republished = new PublishOrder(third.exchanges(), SparkifyOnS3.LAKE);
    assertThat(republished.violations()).isEmpty();
    assertThat(republished.writesToTables())
        .extracting(Exchange::operation)
        .contains(Operation.COMPLETE_UPLOAD, Operation.DELETE);
  }

  @Test
  void leavesNoUploadOpen() {
    assertThat(bucket.openUploads()).isEmpty();
  }

  @Test
  void rejectsChecksAndQueriesReadTheLake() {
    SparkifyOnS3 sparkify = SparkifyOnS3.ownerOf(bucket);
    String sql = "--sql=SELECT count(*) AS plays FROM songplays";
    CompletableFuture<Ended> rejects =
        supplyAsync(() -> sparkify.command(folder, "rejects", "--format=csv"));
    CompletableFuture<Ended> check = supplyAsync(() -> sparkify.command(folder, "check"));
    CompletableFuture<Ended> query =
        supplyAsync(() -> sparkify.command(folder, "query", "--format=csv", sql));

    assertThat(rejects.join().out()).contains(bucket.uri(RUBBISH)).contains("malformed-json");
    assertThat(check.join().exitCode()).as(check.join().err()).isZero();
    assertThat(query.join().out().lines()).containsExactly("plays", "406");
  }

  @Test
  void noOutputAndNoReportSaysASecret() throws IOException {
    for (Run run : List.of(first, second, third)) {
      assertThat(run.ended().out() + run.ended().err()).doesNotContainIgnoringCase("secret");
    }
    assertThat(second.ended().err()).as("the log of a verbose run").contains(" INFO ");
    for (String report : List.of("first.json", "second.json", "third.json")) {
      assertThat(folder.resolve(report)).content().doesNotContainIgnoringCase("secret");
    }
    assertThat(bucket.keys("lake/_sparkify/"))
        .filteredOn(key -> key.endsWith(".json"))
        .hasSize(4)
        .allSatisfy(key -> assertThat(bucket.text(key)).doesNotContainIgnoringCase("secret"));
  }

  private Map<String, Long> reported(String report) throws IOException {
    String json = Files.readString(folder.resolve(report));
    String counts = json.substring(json.indexOf("\"s3Requests\""));
    return Pattern.compile("\"([A-Z_]+)\" : (\\d+)")
        .matcher(counts.substring(0, counts.indexOf('}')))
        .results()
        .collect(toMap(count -> count.group(1), count -> Long.valueOf(count.group(2))));
  }

  /** What the server got before the report, in the words of the report. */
  private static Map<String, Long> received(Run run) {
    return run.exchanges().stream()
        .filter(exchange -> !exchange.request().key().startsWith(REPORTS))
        .filter(exchange -> !isOfTheLock(exchange))
        .collect(groupingBy(JobOnS3Test::wordOf, counting()));
  }

  /** Who has the lake is settled without S3A, which counts the requests of the report. */
  private static boolean isOfTheLock(Exchange exchange) {
    return exchange.request().key().startsWith("lake/_sparkify/lock");
  }

  private static String wordOf(Exchange exchange) {
    return switch (exchange.operation()) {
      case GET, HEAD, LIST, PUT, UPLOAD_PART, COPY, DELETE -> exchange.operation().name();
      case MULTI_DELETE -> "DELETE";
      default -> "OTHER";
    };
  }
}
