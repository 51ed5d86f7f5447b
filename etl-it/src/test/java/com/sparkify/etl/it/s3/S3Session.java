package com.sparkify.etl.it.s3;

import com.sparkify.etl.io.fixture.Spark;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** The session of the test JVM, as it is for a bucket. */
final class S3Session {
  private S3Session() {}

  /** The session, able to read and write {@code bucket}. */
  static SparkSession on(Bucket bucket) {
    return on(bucket, bucket.endpoint());
  }

  /** The session, able to read and write {@code bucket} at an endpoint before its own. */
  static SparkSession on(Bucket bucket, URI endpoint) {
    SparkSession spark = Spark.session();
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    hadoop.set("fs.s3a.bucket.%s.endpoint".formatted(bucket.name()), endpoint.toString());
    hadoop.set("fs.s3a.endpoint.region", bucket.region());
    hadoop.set("fs.s3a.path.style.access", "true");
    hadoop.set("fs.s3a.connection.ssl.enabled", "false");
    hadoop.set("fs.s3a.access.key", bucket.credentials().accessKeyId());
    hadoop.set("fs.s3a.secret.key", bucket.credentials().secretAccessKey());
    hadoop.set("fs.s3a.committer.name", "magic");
    hadoop.set(
        "mapreduce.outputcommitter.factory.scheme.s3a",
        "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory");
    spark
        .conf()
        .set(
            "spark.sql.sources.commitProtocolClass",
            "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol");
    spark
        .conf()
        .set(
            "spark.sql.parquet.output.committer.class",
            "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter");
    return spark;
  }
}
