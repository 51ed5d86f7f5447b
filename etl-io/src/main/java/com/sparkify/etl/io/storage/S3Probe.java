package com.sparkify.etl.io.storage;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.AWSCredentialProviderList;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/**
 * Asks a server what S3A does not: who we are, what time it is, whether it can refuse to overwrite.
 * It asks as S3A does, with its client and credentials. Needs Hadoop 3.4.
 */
public final class S3Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int PRECONDITION_FAILED = 412;

  private final S3AFileSystem files;
  private final String bucket;

  private S3Probe(S3AFileSystem files) {
    this.files = files;
    this.bucket = files.getUri().getHost();
  }

  /**
   * A probe of the bucket that {@code location} is in.
   *
   * @throws IOException if it cannot be opened, or not by S3A
   */
  public static S3Probe of(String location, Configuration conf) throws IOException {
    FileSystem files = new Path(location).getFileSystem(conf);
    if (files instanceof S3AFileSystem s3a) {
      return new S3Probe(s3a);
    }
    throw new IOException(
        "'%s' is reached by %s, not by S3A".formatted(location, files.getClass().getName()));
  }

  /**
   * Which provider of the chain gave the credentials.
   *
   * @throws IOException if none of them has any
   */
  public String provider() throws IOException {
    try (AWSCredentialProviderList chain = files.getS3AInternals().shareCredentials("probe")) {
      AwsCredentials credentials = chain.resolveCredentials();
      return credentials.providerName().orElse("a provider without a name");
    }
  }

  /**
   * The ARN of whom the credentials belong to.
   *
   * @throws SdkException if the server does not tell
   */
  @SuppressWarnings("UnnecessaryMethodReference") // the client closes what it is given; so do we
  public String caller() throws IOException {
    try (AWSCredentialProviderList chain = files.getS3AInternals().shareCredentials("probe");
        StsClient sts = sts().credentialsProvider(chain::resolveCredentials).build()) {
      return sts.getCallerIdentity().arn();
    }
  }

  /**
   * How far the clock of this machine is ahead of the server's; empty if that does not tell.
   *
   * @throws SdkException if the bucket cannot be reached
   */
  public Optional<Duration> clockSkew() throws IOException {
    HeadBucketResponse answer = s3().headBucket(request -> request.bucket(bucket));
    return answer
        .sdkHttpResponse()
        .firstMatchingHeader("Date")
        .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
        .map(date -> Duration.between(date.toInstant(), Instant.now()));
  }

  /**
   * Whether a write that asks not to overwrite is refused where there is an object. Writes the
   * object {@code key} and deletes it.
   *
   * @throws SdkException if the object cannot be written or deleted
   */
  public boolean refusesToOverwrite(String key) throws IOException {
    S3Client s3 = s3();
    try {
      create(s3, key);
      create(s3, key);
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

  private void create(S3Client s3, String key) {
    s3.putObject(
        request -> request.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromString("x"));
  }

  private S3Client s3() throws IOException {
    return files.getS3AInternals().getAmazonS3Client("probe");
  }

  /** Security tokens are asked for where S3 is: at the endpoint that is set, or in its region. */
  private StsClientBuilder sts() throws IOException {
    StsClientBuilder builder =
        StsClient.builder().overrideConfiguration(call -> call.apiCallTimeout(PATIENCE));
    String endpoint = files.getConf().getTrimmed("fs.s3a.endpoint", "");
    String region = files.getConf().getTrimmed("fs.s3a.endpoint.region", "");
    if (!endpoint.isEmpty()) {
      builder.endpointOverride(
          URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint));
    }
    return builder.region(
        Region.of(region.isEmpty() ? files.getS3AInternals().getBucketLocation() : region));
  }
}
