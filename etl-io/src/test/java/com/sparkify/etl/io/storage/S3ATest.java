package com.sparkify.etl.io.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.io.storage.S3Settings.Addressing;
import com.sparkify.etl.io.storage.S3Settings.Encryption;
import com.sparkify.etl.io.storage.S3Settings.Payer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class S3ATest {

  @Test
  void asksForNothingThatIsDefault() {
    assertThat(S3A.asked(S3Settings.DEFAULT)).isEmpty();
  }

  @Test
  void asksForEverythingElse() {
    S3Settings settings =
        new S3Settings(
            Optional.of(URI.create("http://localhost:4566")),
            Optional.of("eu-west-1"),
            Addressing.PATH,
            Encryption.SSE_KMS,
            Optional.of("alias/sparkify"),
            Payer.REQUESTER);

    assertThat(S3A.asked(settings))
        .isEqualTo(
            Map.of(
                "spark.hadoop.fs.s3a.endpoint", "http://localhost:4566",
                "spark.hadoop.fs.s3a.endpoint.region", "eu-west-1",
                "spark.hadoop.fs.s3a.path.style.access", "true",
                "spark.hadoop.fs.s3a.encryption.algorithm", "SSE-KMS",
                "spark.hadoop.fs.s3a.encryption.key", "alias/sparkify",
                "spark.hadoop.fs.s3a.requester.pays.enabled", "true"));
  }

  @Test
  void takesCredentialsFromTheProviderChainOnly() {
    assertThat(S3A.defaults())
        .containsEntry(
            "spark.hadoop.fs.s3a.aws.credentials.provider",
            "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
  }

  @Test
  void commitsInPlace() {
    assertThat(S3A.defaults())
        .containsEntry("spark.hadoop.fs.s3a.committer.name", "magic")
        .containsEntry(
            "spark.sql.sources.commitProtocolClass",
            "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol");
  }

  @Test
  void refusesAnAddressWithoutAServer() {
    assertThatThrownBy(() -> S3Settings.requireServer(URI.create("localhost:4566")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'localhost:4566' is no address such as https://host:port");
  }
}
