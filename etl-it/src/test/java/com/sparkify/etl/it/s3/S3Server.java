package com.sparkify.etl.it.s3;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** A server that speaks S3, with buckets by path, for as long as the tests run. */
interface S3Server extends AutoCloseable {
  /**
   * Whom the servers that the tests start know. The word in the value is what tests look for in
   * outputs, where neither the name of a key nor its value belongs.
   */
  AwsCredentials OWNER = AwsBasicCredentials.create("sparkify-it", "a-secret-of-the-tests");

  /** What it is, in words. */
  String name();

  URI endpoint();

  String region();

  AwsCredentials credentials();

  /** Whether it looks at signatures; some stand-ins let everyone in. */
  boolean refusesStrangers();

  @Override
  void close();
}
