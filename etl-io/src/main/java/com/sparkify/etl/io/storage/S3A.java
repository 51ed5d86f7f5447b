package com.sparkify.etl.io.storage;

import com.sparkify.etl.io.storage.S3Settings.Addressing;
import com.sparkify.etl.io.storage.S3Settings.Encryption;
import com.sparkify.etl.io.storage.S3Settings.Payer;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The settings of S3A, Hadoop's S3 connector, that this library relies on.
 *
 * <p>Files are written by the magic committer: they are uploaded in place and become visible when
 * the job commits, so nothing is ever copied or renamed. Where {@code spark-hadoop-cloud} is not on
 * the class path, that committer cannot be had and Spark's own stays.
 *
 * <p>Retries are few enough for a wrong endpoint to be an error in less than a minute.
 */
public final class S3A {
  private static final String FILE_SYSTEM = "org.apache.hadoop.fs.s3a.S3AFileSystem";
  private static final String COMMITTER_FACTORY =
      "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory";
  private static final String COMMIT_PROTOCOL =
      "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol";
  private static final String PARQUET_COMMITTER =
      "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter";

  /** The provider chain of the SDK that is there: version 2, or version 1 with Hadoop 3.3. */
  private static final String CHAIN =
      "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider";

  private static final String OLD_CHAIN = "com.amazonaws.auth.DefaultAWSCredentialsProviderChain";

  private S3A() {}

  /** The settings of a Spark session, in the form of {@code SparkSession.builder().config}. */
  public static Map<String, String> ofSpark(S3Settings settings) {
    Map<String, String> spark = new TreeMap<>(defaults());
    spark.putAll(asked(settings));
    return spark;
  }

  /**
   * What a Spark session needs whatever is asked for. A setting is left out where a file of the
   * site, such as {@code core-site.xml}, has its own.
   */
  public static Map<String, String> defaults() {
    Configuration site = new Configuration();
    Map<String, String> hadoop = new TreeMap<>(ofHadoop());
    hadoop.keySet().removeIf(name -> isOfTheSite(site, name));
    Map<String, String> spark = inSpark(hadoop);
    if (isPresent(COMMIT_PROTOCOL) && isPresent(FILE_SYSTEM)) {
      spark.put("spark.sql.sources.commitProtocolClass", COMMIT_PROTOCOL);
      spark.put("spark.sql.parquet.output.committer.class", PARQUET_COMMITTER);
    }
    return spark;
  }

  /** What a Spark session needs for what {@code settings} say beyond {@link S3Settings#DEFAULT}. */
  public static Map<String, String> asked(S3Settings settings) {
    return inSpark(askedOfHadoop(settings));
  }

  private static Map<String, String> inSpark(Map<String, String> hadoop) {
    Map<String, String> spark = new TreeMap<>();
    hadoop.forEach((name, value) -> spark.put("spark.hadoop." + name, value));
    return spark;
  }

  private static Map<String, String> ofHadoop() {
    Map<String, String> defaults = new TreeMap<>();
    defaults.put("fs.s3.impl", FILE_SYSTEM);
    defaults.put("fs.AbstractFileSystem.s3.impl", "org.apache.hadoop.fs.s3a.S3A");
    defaults.put("fs.s3a.aws.credentials.provider", isPresent(CHAIN) ? CHAIN : OLD_CHAIN);
    defaults.put("fs.s3a.committer.name", "magic");
    defaults.put("fs.s3a.committer.magic.track.commits.in.memory.enabled", "true");
    defaults.put("mapreduce.outputcommitter.factory.scheme.s3", COMMITTER_FACTORY);
    defaults.put("mapreduce.outputcommitter.factory.scheme.s3a", COMMITTER_FACTORY);
    defaults.put("fs.s3a.directory.marker.retention", "keep");
    defaults.put("fs.s3a.performance.flags", "create,mkdir");
    defaults.put("fs.s3a.connection.maximum", "128");
    defaults.put("fs.s3a.connection.establish.timeout", "5000");
    defaults.put("fs.s3a.connection.timeout", "30000");
    defaults.put("fs.s3a.connection.request.timeout", "15s");
    defaults.put("fs.s3a.attempts.maximum", "2");
    defaults.put("fs.s3a.retry.limit", "3");
    defaults.put("fs.s3a.retry.interval", "500ms");
    defaults.put("fs.s3a.retry.throttle.limit", "6");
    defaults.put("fs.s3a.retry.throttle.interval", "250ms");
    return defaults;
  }

  private static Map<String, String> askedOfHadoop(S3Settings settings) {
    Map<String, String> asked = new TreeMap<>();
    settings.endpoint().ifPresent(address -> asked.put("fs.s3a.endpoint", address.toString()));
    settings.region().ifPresent(region -> asked.put("fs.s3a.endpoint.region", region));
    if (settings.addressing() == Addressing.PATH) {
      asked.put("fs.s3a.path.style.access", "true");
    }
    if (settings.encryption() != Encryption.BUCKET_DEFAULT) {
      asked.put(
          "fs.s3a.encryption.algorithm",
          settings.encryption() == Encryption.SSE_S3 ? "AES256" : "SSE-KMS");
    }
    settings.kmsKey().ifPresent(key -> asked.put("fs.s3a.encryption.key", key));
    if (settings.payer() == Payer.REQUESTER) {
      asked.put("fs.s3a.requester.pays.enabled", "true");
    }
    return asked;
  }

  /** Whether a file other than Hadoop's own defaults says what {@code name} is. */
  private static boolean isOfTheSite(Configuration conf, String name) {
    String[] sources = conf.getPropertySources(name);
    return sources != null
        && sources.length > 0
        && !sources[sources.length - 1].endsWith("-default.xml");
  }

  /** Whether {@code session} has the committers of file systems write, and so S3A's. */
  public static boolean commitsByCommitter(SparkSession session) {
    return session.conf().get("spark.sql.sources.commitProtocolClass").equals(COMMIT_PROTOCOL);
  }

  /** Whether S3A lets others use its client of the AWS SDK 2, as it does since Hadoop 3.4. */
  static boolean sharesItsClient() {
    return isPresent("org.apache.hadoop.fs.s3a.S3AInternals");
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, S3A.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | NoClassDefFoundError absent) {
      return false;
    }
  }
}
