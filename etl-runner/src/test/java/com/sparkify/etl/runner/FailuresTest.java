package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.io.NotSerializableException;
import java.nio.file.AccessDeniedException;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailuresTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void findsAnEtlExceptionAmongTheCauses(Kind kind) {
    Throwable thrown =
        new SparkException(
            "Job aborted", new SparkException("Task failed", new EtlException(kind, "Told why.")));

    assertThat(Failures.explain(thrown))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind()).isEqualTo(kind);
              assertThat(failure).hasMessage("Told why.");
            });
  }

  @Test
  void findsTheEtlExceptionOfAnExecutor() {
    FilterFunction<Row> failing =
        row -> {
          throw new EtlException(Kind.QUALITY, "Told by an executor.");
        };

    Throwable thrown = thrownBy(() -> TestSpark.session().range(1).toDF().filter(failing).count());

    assertThat(Failures.explain(thrown))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.QUALITY);
              assertThat(failure).hasMessage("Told by an executor.");
            });
  }

  @Test
  void findsTheTextOfAnEtlExceptionThatDidNotTravel() {
    Throwable thrown =
        new SparkException(
            """
            Job aborted due to stage failure: Lost task 0.0 in stage 1.0 (TID 1) (host executor 1): \
            com.sparkify.etl.core.EtlException: STORAGE: Could not read file 'a'.
            \tat com.sparkify.etl.io.source.Reader.read(Reader.java:1)
            """);

    assertThat(Failures.explain(thrown))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.STORAGE);
              assertThat(failure).hasMessage("Could not read file 'a'.");
            });
  }

  @Test
  void blamesTheStorageForADeniedAccess() {
    Throwable thrown =
        new SparkException(
            "Task failed", new AccessDeniedException("lake/songs", null, "PUT 0-byte object"));

    assertThat(Failures.explain(thrown))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.STORAGE);
              assertThat(failure)
                  .hasMessageContaining("use the storage at 'lake/songs': access is denied.");
            });
  }

  @Test
  void namesTheLocationThatTheTextOfAFailureHas() {
    IOException failure =
        new IOException("getFileStatus on s3a://bucket/lake/songs: Status Code: 403");

    assertThat(Failures.explain(new IllegalStateException(failure)))
        .hasValueSatisfying(
            explained ->
                assertThat(explained)
                    .hasMessageStartingWith(
                        "Could not use the storage at 's3a://bucket/lake/songs': "));
  }

  @Test
  void namesTheKeyOfARequestThatFailed() {
    IOException failure =
        new IOException(
            "PUT 0-byte object  on lake/_sparkify/staging/songs/batch=000002/x: S3Exception:"
                + " Please reduce your request rate. (Service: S3, Status Code: 503)");

    assertThat(Failures.explain(new IllegalStateException(failure)))
        .hasValueSatisfying(
            explained ->
                assertThat(explained)
                    .hasMessageStartingWith(
                        "Could not use the storage at"
                            + " 'lake/_sparkify/staging/songs/batch=000002/x': the server is too busy."));
  }

  @Test
  void blamesTheStorageForAPathThatDoesNotExist() {
    Throwable thrown = thrownBy(() -> TestSpark.session().read().parquet("nowhere/at/all").count());

    assertThat(Failures.explain(thrown))
        .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(Kind.STORAGE));
  }

  @Test
  void blamesTheStorageForWhatItThrows() {
    assertThat(Failures.explain(new IllegalStateException(new IOException("No space left"))))
        .hasValueSatisfying(
            failure ->
                assertThat(failure)
                    .hasMessageStartingWith(
                        "Could not use the storage: IOException: No space left. "));
  }

  @Test
  void leavesABugABug() {
    assertThat(Failures.explain(new IllegalStateException("oops"))).isEmpty();
    assertThat(Failures.explain(new SparkException("x", new NotSerializableException("y"))))
        .isEmpty();
  }

  private static Throwable thrownBy(Runnable work) {
    try {
      work.run();
    } catch (Throwable thrown) {
      return thrown;
    }
    throw new AssertionError("nothing was thrown");
  }
}
