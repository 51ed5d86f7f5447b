package com.sparkify.etl.it.s3;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * LocalStack in a container. {@code -Dsparkify.it.localstack-image=} names another image; one that
 * asks for an account finds {@code LOCALSTACK_AUTH_TOKEN} if the environment has it.
 */
final class LocalStackS3 implements S3Server {
  /** The last that starts without an account. */
  private static final String DEFAULT_IMAGE = "localstack/localstack:4.14.0";

  private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

  private final LocalStackContainer container;

  private LocalStackS3(LocalStackContainer container) {
    this.container = container;
  }

  static String image() {
    return System.getProperty("sparkify.it.localstack-image", DEFAULT_IMAGE);
  }

  static LocalStackS3 started() {
    DockerImageName image =
        DockerImageName.parse(image()).asCompatibleSubstituteFor("localstack/localstack");
    LocalStackContainer container = new LocalStackContainer(image).withServices("s3");
    Optional.ofNullable(System.getenv(TOKEN)).ifPresent(token -> container.withEnv(TOKEN, token));
    container.start();
    return new LocalStackS3(container);
  }

  @Override
  public String name() {
    return "LocalStack (%s)".formatted(image());
  }

  @Override
  public URI endpoint() {
    return container.getEndpoint();
  }

  @Override
  public String region() {
    return container.getRegion();
  }

  @Override
  public AwsCredentials credentials() {
    return OWNER;
  }

  @Override
  public boolean refusesStrangers() {
    return false;
  }

  @Override
  public void close() {
    container.stop();
  }
}
