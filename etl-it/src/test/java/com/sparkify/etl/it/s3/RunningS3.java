package com.sparkify.etl.it.s3;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** A server that runs anyway; region and credentials are those of the tests' environment. */
record RunningS3(URI endpoint, String region, AwsCredentials credentials) implements S3Server {

  static RunningS3 at(URI endpoint) {
    try (DefaultCredentialsProvider chain = DefaultCredentialsProvider.create()) {
      return new RunningS3(endpoint, regionOfTheEnvironment().id(), chain.resolveCredentials());
    }
  }

  @Override
  public String name() {
    return "the server at " + endpoint;
  }

  @Override
  public boolean refusesStrangers() {
    return false;
  }

  @Override
  public void close() {}

  private static Region regionOfTheEnvironment() {
    return DefaultAwsRegionProviderChain.builder().build().getRegion();
  }
}
