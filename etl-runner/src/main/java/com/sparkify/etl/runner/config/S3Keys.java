package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Written.nullable;
import static com.sparkify.etl.runner.config.Written.text;
import static com.sparkify.etl.runner.config.Written.word;

import com.sparkify.etl.io.storage.S3Settings;
import com.sparkify.etl.io.storage.S3Settings.Addressing;
import com.sparkify.etl.io.storage.S3Settings.Encryption;
import com.sparkify.etl.io.storage.S3Settings.Payer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of how S3 is reached. */
final class S3Keys {
  static final Key<Optional<URI>> ENDPOINT =
      new Key<>(
          "sparkify.s3.endpoint",
          "the address of a server, or null",
          "\"http://localhost:4566\"",
          nullable(value -> S3Settings.requireServer(URI.create(text(value)))));

  static final Key<Optional<String>> REGION =
      new Key<>("sparkify.s3.region", "a region, or null", "eu-west-1", nullable(Written::path));

  static final Key<Addressing> PATH_STYLE =
      new Key<>(
          "sparkify.s3.path-style",
          "true or false",
          "true",
          value -> word(value, Map.of("true", Addressing.PATH, "false", Addressing.VIRTUAL_HOST)));

  static final Key<Encryption> ENCRYPTION =
      new Key<>(
          "sparkify.s3.encryption",
          "bucket-default, sse-s3 or sse-kms",
          "sse-s3",
          value ->
              word(
                  value,
                  Map.of(
                      "bucket-default", Encryption.BUCKET_DEFAULT,
                      "sse-s3", Encryption.SSE_S3,
                      "sse-kms", Encryption.SSE_KMS)));

  static final Key<Optional<String>> KMS_KEY =
      new Key<>(
          "sparkify.s3.kms-key",
          "the id or ARN of a key, or null",
          "\"alias/sparkify\"",
          nullable(Written::path));

  static final Key<Payer> REQUESTER_PAYS =
      new Key<>(
          "sparkify.s3.requester-pays",
          "true or false",
          "false",
          value -> word(value, Map.of("true", Payer.REQUESTER, "false", Payer.OWNER)));

  static final List<Key<?>> ALL =
      List.of(ENDPOINT, REGION, PATH_STYLE, ENCRYPTION, KMS_KEY, REQUESTER_PAYS);

  private S3Keys() {}
}
