package com.sparkify.etl.it.s3;

import static java.util.stream.Collectors.toMap;

import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.storage.S3A;
import com.sparkify.etl.io.storage.S3Settings;
import com.sparkify.etl.io.storage.S3Settings.Addressing;
import com.sparkify.etl.io.storage.S3Settings.Encryption;
import com.sparkify.etl.io.storage.S3Settings.Payer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** The session of the test JVM, with the product's own settings for S3. */
public final class S3Session {
  private static final String OF_HADOOP = "spark.hadoop.";

  private S3Session() {}

  /** The session, able to read and write {@code bucket}. */
  public static SparkSession on(Bucket bucket) {
    return on(bucket, bucket.endpoint());
  }

  /** The session, able to read and write {@code bucket} at an endpoint before its own. */
  public static SparkSession on(Bucket bucket, URI endpoint) {
    SparkSession spark = Spark.session();
    set(spark, S3A.defaults());
    set(spark, inBucket(bucket, S3A.asked(settings(bucket, endpoint))));
    set(spark, inBucket(bucket, credentials(bucket)));
    return spark;
  }

  private static S3Settings settings(Bucket bucket, URI endpoint) {
    return new S3Settings(
        Optional.of(endpoint),
        Optional.of(bucket.region()),
        Addressing.PATH,
        Encryption.BUCKET_DEFAULT,
        Optional.empty(),
        Payer.OWNER);
  }

  /** Those of the bucket, which the environment of this JVM need not have. */
  private static Map<String, String> credentials(Bucket bucket) {
    return Map.of(
        OF_HADOOP + "fs.s3a.aws.credentials.provider",
        "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider",
        OF_HADOOP + "fs.s3a.access.key",
        bucket.credentials().accessKeyId(),
        OF_HADOOP + "fs.s3a.secret.key",
        bucket.credentials().secretAccessKey());
  }

  private static Map<String, String> inBucket(Bucket bucket, Map<String, String> settings) {
    return settings.entrySet().stream()
        .collect(
            toMap(
                setting ->
                    setting
                        .getKey()
                        .replace("fs.s3a.", "fs.s3a.bucket.%s.".formatted(bucket.name())),
                Map.Entry::getValue));
  }

  private static void set(SparkSession spark, Map<String, String> settings) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(OF_HADOOP)) {
            hadoop.set(name.substring(OF_HADOOP.length()), value);
          } else {
            spark.conf().set(name, value);
          }
        });
  }
}
