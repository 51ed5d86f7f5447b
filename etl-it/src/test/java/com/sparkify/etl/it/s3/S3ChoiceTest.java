package com.sparkify.etl.it.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

class S3ChoiceTest {
  private static final S3Server LOCALSTACK = new Named("LocalStack");
  private static final S3Server EMBEDDED = new Named("embedded");

  @Test
  void takesLocalStackWhereDockerAnswers() {
    assertThat(S3Choice.of("", Optional::empty, () -> LOCALSTACK, () -> EMBEDDED))
        .hasToString("S3 for the tests: LocalStack (Docker answers)");
  }

  @Test
  void takesTheEmbeddedServerElseAndSaysWhy() {
    assertThat(S3Choice.of("", () -> Optional.of("no socket"), () -> LOCALSTACK, () -> EMBEDDED))
        .hasToString("S3 for the tests: embedded (Docker does not answer: no socket)");
  }

  @Test
  void saysThatLocalStackDoesNotStart() {
    Supplier<S3Server> broken =
        () -> {
          throw new IllegalStateException("no image");
        };

    assertThat(S3Choice.of("", Optional::empty, broken, () -> EMBEDDED))
        .hasToString(
            "S3 for the tests: embedded (Docker answers, but LocalStack does not start: no image)");
    assertThatThrownBy(() -> S3Choice.of("localstack", Optional::empty, broken, () -> EMBEDDED))
        .hasMessage("no image");
  }

  @Test
  void takesWhatItIsAskedFor() {
    assertThat(
            S3Choice.of(
                "localstack", () -> Optional.of("no socket"), () -> LOCALSTACK, () -> EMBEDDED))
        .hasToString("S3 for the tests: LocalStack (asked for)");
    assertThat(S3Choice.of("embedded", Optional::empty, () -> LOCALSTACK, () -> EMBEDDED))
        .hasToString("S3 for the tests: embedded (asked for)");
    assertThatThrownBy(
            () -> S3Choice.of("minio", Optional::empty, () -> LOCALSTACK, () -> EMBEDDED))
        .hasMessageContaining("'minio'");
    assertThatThrownBy(
            () ->
                S3Choice.of(
                    "https://localhost:1", Optional::empty, () -> LOCALSTACK, () -> EMBEDDED))
        .hasMessageContaining("'https://localhost:1'");
  }

  private record Named(String name) implements S3Server {
    @Override
    public URI endpoint() {
      return URI.create("http://localhost");
    }

    @Override
    public String region() {
      return "us-east-1";
    }

    @Override
    public AwsCredentials credentials() {
      return OWNER;
    }

    @Override
    public boolean refusesStrangers() {
      return true;
    }

    @Override
    public void close() {}
  }
}
