package com.sparkify.etl.io.storage;

import java.net.URI;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Clients of the AWS SDK that reach the server that S3A reaches, for what S3A does not offer.
 * Credentials come from the provider chain. Needs version 2 of the SDK, as Hadoop 3.4 does.
 */
final class S3Clients {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Region ANY_REGION = Region.US_EAST_1;

  private S3Clients() {}

  /** Whether the SDK is on the class path. */
  static boolean areThere() {
    return S3A.isPresent("software.amazon.awssdk.services.s3.S3Client");
  }

  static S3Client s3(Configuration conf) {
    return reaching(conf, S3Client.builder())
        .forcePathStyle(conf.getBoolean("fs.s3a.path.style.access", false))
        .crossRegionAccessEnabled(endpoint(conf).isEmpty())
        .build();
  }

  static StsClient sts(Configuration conf) {
    return reaching(conf, StsClient.builder()).build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B reaching(Configuration conf, B builder) {
    String endpoint = endpoint(conf);
    if (!endpoint.isEmpty()) {
      builder.endpointOverride(
          URI.create(endpoint.contains("://") ? endpoint : "https://" + endpoint));
    }
    builder.overrideConfiguration(call -> call.apiCallTimeout(PATIENCE));
    return builder.region(region(conf));
  }

  private static String endpoint(Configuration conf) {
    return conf.getTrimmed("fs.s3a.endpoint", "");
  }

  /** The region that is set, or the SDK's, or any: a bucket tells where it is when asked. */
  private static Region region(Configuration conf) {
    String region = conf.getTrimmed("fs.s3a.endpoint.region", "");
    if (!region.isEmpty()) {
      return Region.of(region);
    }
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkException unknown) {
      return ANY_REGION;
    }
  }
}
