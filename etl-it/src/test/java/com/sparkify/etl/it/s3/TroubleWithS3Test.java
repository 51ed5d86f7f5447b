package com.sparkify.etl.it.s3;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.s3.proxy.Fate.Refused;
import com.sparkify.etl.it.s3.proxy.RequestProxy;
import com.sparkify.etl.it.s3.proxy.Rule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong between the job and S3: one clear message each, exit code 5, nothing published,
 * and soon. The processes run at the same time, since most of what they do is to wait.
 */
@ExtendWith(S3.class)
@TestInstance(Lifecycle.PER_CLASS)
class TroubleWithS3Test {
  private static final Path SAMPLE = Sparkify.project().resolve("etl-runner/sample");
  private static final URI NOBODY = URI.create("http://127.0.0.1:1");
  private static final Duration SOON = Duration.ofMinutes(2);

  private final Bucket bucket;
  private final Path folder;
  private final CompletableFuture<Failed> withWrongCredentials;
  private final CompletableFuture<Failed> withoutABucket;
  private final CompletableFuture<Failed> withoutLeaveToWrite;
  private final CompletableFuture<Failed> withoutAServer;

  private record Failed(Ended ended, Duration took) {}

  TroubleWithS3Test(Bucket bucket, @TempDir Path folder) {
    this.bucket = bucket;
    this.folder = folder;
    bucket.putFolder(SparkifyOnS3.SONGS, SAMPLE.resolve("song_data"));
    bucket.putFolder(SparkifyOnS3.EVENTS, SAMPLE.resolve("log_data"));
    SparkifyOnS3 owner = SparkifyOnS3.ownerOf(bucket);
    withWrongCredentials =
        failed(owner.as(bucket.variablesOfAStranger()), refusingStrangers(bucket));
    withoutABucket = failed(owner.to("s3a://sparkify-it-absent/lake"), Rule.forwardAll());
    withoutLeaveToWrite = failed(owner, Rule.deny(request -> request.operation().writes()));
    withoutAServer = supplyAsync(() -> timed(owner.at(NOBODY)));
  }

  @Test
  void wrongCredentials() {
    assertThat(problem(withWrongCredentials))
        .contains("the server refuses the credentials")
        .contains("AWS_PROFILE");
  }

  @Test
  void aBucketThatIsNotThere() {
    assertThat(problem(withoutABucket)).contains("there is no bucket 'sparkify-it-absent'");
  }

  @Test
  void aBucketThatMayOnlyBeRead() {
    assertThat(problem(withoutLeaveToWrite))
        .contains("access is denied")
        .contains("lake/_sparkify/");
  }

  @Test
  void aServerThatDoesNotAnswer() {
    assertThat(problem(withoutAServer)).contains("the server does not answer (127.0.0.1:1");
  }

  /** The one line of the error, when all else is as it should be. */
  private String problem(CompletableFuture<Failed> running) {
    Failed failed = running.join();
    assertThat(failed.ended().exitCode()).as(failed.ended().err()).isEqualTo(5);
    assertThat(failed.took()).isLessThan(SOON);
    assertThat(failed.ended().out() + failed.ended().err()).doesNotContainIgnoringCase("secret");
    assertThat(bucket.keys("")).noneMatch(key -> key.endsWith(".parquet"));
    assertThat(bucket.openUploads()).isEmpty();
    assertThat(failed.ended().err().lines().filter(line -> !line.matches("sparkify: +\\d+ s .*")))
        .hasSize(1);
    return failed.ended().err();
  }

  private CompletableFuture<Failed> failed(SparkifyOnS3 sparkify, Rule rule) {
    return supplyAsync(
        () -> {
          try (RequestProxy proxy = RequestProxy.before(bucket.endpoint(), rule, Duration.ZERO)) {
            return timed(sparkify.at(proxy.endpoint()));
          }
        });
  }

  private Failed timed(SparkifyOnS3 sparkify) {
    long start = System.nanoTime();
    Ended ended = sparkify.run(folder);
    return new Failed(ended, Duration.ofNanos(System.nanoTime() - start));
  }

  /** What a server that looks at signatures does by itself. */
  private static Rule refusingStrangers(Bucket bucket) {
    return bucket.refusesStrangers()
        ? Rule.forwardAll()
        : request -> new Refused(403, "SignatureDoesNotMatch", "Not the owner's signature");
  }
}
