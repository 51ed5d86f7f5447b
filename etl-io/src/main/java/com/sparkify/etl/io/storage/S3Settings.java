package com.sparkify.etl.io.storage;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How the buckets of {@code s3a://} and {@code s3://} are reached. Credentials are no part of it:
 * they come from the AWS provider chain (environment, profile, container, role).
 *
 * @param endpoint of a server that speaks S3; empty for Amazon's own
 * @param region of the buckets; empty to let the SDK find it
 * @param kmsKey id or ARN of the key of {@link Encryption#SSE_KMS}; empty for Amazon's default key
 */
public record S3Settings(
    Optional<URI> endpoint,
    Optional<String> region,
    Addressing addressing,
    Encryption encryption,
    Optional<String> kmsKey,
    Payer payer) {
  private static final Set<String> PROTOCOLS = Set.of("http", "https");

  /** Where the name of a bucket stands in a request. */
  public enum Addressing {
    /** {@code https://bucket.host/key}: Amazon's way. */
    VIRTUAL_HOST,
    /** {@code https://host/bucket/key}: most other servers' way. */
    PATH
  }

  /** How the server encrypts what is written. */
  public enum Encryption {
    BUCKET_DEFAULT,
    SSE_S3,
    SSE_KMS
  }

  /** Who pays for requests to a bucket. */
  public enum Payer {
    OWNER,
    REQUESTER
  }

  /** Amazon's S3 with every default. */
  public static final S3Settings DEFAULT =
      new S3Settings(
          Optional.empty(),
          Optional.empty(),
          Addressing.VIRTUAL_HOST,
          Encryption.BUCKET_DEFAULT,
          Optional.empty(),
          Payer.OWNER);

  /**
   * @throws IllegalArgumentException if the endpoint is no http or https address of a host, or if
   *     there is a key without {@link Encryption#SSE_KMS}
   */
  public S3Settings {
    endpoint.ifPresent(S3Settings::requireServer);
    requireNonNull(region, "region");
    requireNonNull(addressing, "addressing");
    requireNonNull(encryption, "encryption");
    requireNonNull(payer, "payer");
    if (kmsKey.isPresent() && encryption != Encryption.SSE_KMS) {
      throw new IllegalArgumentException("a KMS key is for the encryption SSE_KMS only");
    }
  }

  /**
   * {@code endpoint}, which names a server.
   *
   * @throws IllegalArgumentException if it does not
   */
  public static URI requireServer(URI endpoint) {
    if (!PROTOCOLS.contains(String.valueOf(endpoint.getScheme())) || endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          "'%s' is no address such as https://host:port".formatted(endpoint));
    }
    return endpoint;
  }
}
