package com.sparkify.etl.it.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;

/**
 * Which server the tests use, and why: {@code -Dsparkify.it.s3=} {@code localstack}, {@code
 * embedded} or an endpoint; without it LocalStack where Docker answers, else the embedded one.
 */
record S3Choice(S3Server server, String reason) {
  private static final Pattern FURTHER_SENTENCES = Pattern.compile("\\. .*", Pattern.DOTALL);
  private static final Duration PATIENCE_WITH_DOCKER = Duration.ofSeconds(20);

  static S3Choice made() {
    return of(
        System.getProperty("sparkify.it.s3", ""),
        S3Choice::problemOfDocker,
        LocalStackS3::started,
        EmbeddedS3::started);
  }

  /**
   * @param asked what the property says; blank if it is not set
   * @param problemOfDocker why there can be no container; empty if there can
   */
  static S3Choice of(
      String asked,
      Supplier<Optional<String>> problemOfDocker,
      Supplier<S3Server> localStack,
      Supplier<S3Server> embedded) {
    return switch (asked.strip()) {
      case "localstack" -> new S3Choice(localStack.get(), "asked for");
      case "embedded" -> new S3Choice(embedded.get(), "asked for");
      case "" ->
          problemOfDocker
              .get()
              .map(problem -> new S3Choice(embedded.get(), "Docker does not answer: " + problem))
              .orElseGet(() -> withDocker(localStack, embedded));
      default -> new S3Choice(RunningS3.at(endpoint(asked)), "asked for");
    };
  }

  @Override
  public String toString() {
    return "S3 for the tests: %s (%s)".formatted(server.name(), reason);
  }

  private static S3Choice withDocker(Supplier<S3Server> localStack, Supplier<S3Server> embedded) {
    try {
      return new S3Choice(localStack.get(), "Docker answers");
    } catch (RuntimeException e) {
      String problem = "Docker answers, but LocalStack does not start: " + e.getMessage();
      return new S3Choice(embedded.get(), problem);
    }
  }

  private static URI endpoint(String asked) {
    URI endpoint = URI.create(asked.strip());
    if (endpoint.getHost() == null || endpoint.getPort() < 0 || !isPlain(endpoint)) {
      throw new IllegalArgumentException(
          "sparkify.it.s3 is '%s'; expected 'localstack', 'embedded' or an endpoint such as 'http://localhost:4566'"
              .formatted(asked));
    }
    return endpoint;
  }

  /** The proxy of the tests speaks no TLS. */
  private static boolean isPlain(URI endpoint) {
    return endpoint.getScheme().equals("http");
  }

  private static Optional<String> problemOfDocker() {
    Duration patience = PATIENCE_WITH_DOCKER;
    String silence = "nothing in %d seconds".formatted(patience.toSeconds());
    return CompletableFuture.supplyAsync(S3Choice::answerOfDocker)
        .completeOnTimeout(Optional.of(silence), patience.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private static Optional<String> answerOfDocker() {
    try {
      DockerClientFactory.instance().getTransportConfig();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(
          FURTHER_SENTENCES.matcher(String.valueOf(e.getMessage())).replaceFirst(""));
    }
  }
}
