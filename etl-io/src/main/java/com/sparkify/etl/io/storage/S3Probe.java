package com.sparkify.etl.io.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Asks a server what S3A does not: who we are, what time it is, whether it can refuse to overwrite.
 * Needs version 2 of the AWS SDK, which comes with Hadoop 3.4.
 */
public final class S3Probe {
  private static final int PRECONDITION_FAILED = 412;

  private final Configuration conf;

  public S3Probe(Configuration conf) {
    this.conf = conf;
  }

  /**
   * Which provider of the chain gave the credentials.
   *
   * @throws SdkException if none of them has any
   */
  public String provider() {
    try (DefaultCredentialsProvider chain = DefaultCredentialsProvider.create()) {
      AwsCredentials credentials = chain.resolveCredentials();
      return credentials.providerName().orElse("a provider without a name");
    }
  }

  /**
   * The ARN of whom the credentials belong to.
   *
   * @throws SdkException if the server does not tell
   */
  public String caller() {
    try (StsClient sts = S3Clients.sts(conf)) {
      return sts.getCallerIdentity().arn();
    }
  }

  /**
   * How far the clock of this machine is ahead of the server's; empty if that does not tell.
   *
   * @throws SdkException if the bucket cannot be reached
   */
  public Optional<Duration> clockSkew(String bucket) {
    try (S3Client s3 = S3Clients.s3(conf)) {
      HeadBucketResponse answer = s3.headBucket(request -> request.bucket(bucket));
      return answer
          .sdkHttpResponse()
          .firstMatchingHeader("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(date -> Duration.between(date.toInstant(), Instant.now()));
    }
  }

  /**
   * Whether a write that asks not to overwrite is refused where there is an object. Writes the
   * object {@code key} and deletes it.
   *
   * @throws SdkException if the object cannot be written or deleted
   */
  public boolean refusesToOverwrite(String bucket, String key) {
    try (S3Client s3 = S3Clients.s3(conf)) {
      try {
        create(s3, bucket, key);
        create(s3, bucket, key);
        return false;
      } catch (S3Exception e) {
        if (e.statusCode() == PRECONDITION_FAILED) {
          return true;
        }
        throw e;
      } finally {
        s3.deleteObject(request -> request.bucket(bucket).key(key));
      }
    }
  }

  private static void create(S3Client s3, String bucket, String key) {
    s3.putObject(
        request -> request.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromString("x"));
  }
}
