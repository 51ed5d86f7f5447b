package com.sparkify.etl.runner.spark;

import com.sparkify.etl.io.storage.ForklessLocalFileSystem;
import com.sparkify.etl.io.storage.S3A;
import com.sparkify.etl.runner.config.Settings;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Opens Spark in the way that the tables rely on. */
public final class SparkSessions {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String PARTITIONS_OF_ONE_MACHINE = "8";

  private static final String REMEMBERED = "100";

  /** In bytes of bytecode. Java never compiles a longer one, unless it is told to. */
  private static final String LONGEST_COMPILED_METHOD = "8000";

  /** Up to this size of what a task joins with, hashing takes less time than sorting both sides. */
  private static final String HASHED_BY_A_TASK = "64m";

  /**
   * What Spark takes from the heap at a time, empty at first, for each grouping and sort of a task.
   * By itself it takes 64 MB of a large heap, which costs more than some thousand rows.
   */
  private static final String MEMORY_PAGE = "1m";

  private SparkSessions() {}

  /**
   * Has Scala's reflection, which the first session waits for, made ready by another thread. It
   * takes half a second, in which a command finds out what there is to do.
   */
  public static void prepare() {
    Thread preparing = new Thread(SparkSession::builder, "spark-preparation");
    preparing.setDaemon(true);
    preparing.start();
  }

  /** A session of {@code settings}; whoever opens it stops it. */
  public static SparkSession open(Settings settings) {
    return SparkSession.builder().config(conf(settings, new SparkConf())).getOrCreate();
  }

  /**
   * The same with the catalog of {@code settings}, which {@link CatalogSessions} says is wanted.
   */
  public static SparkSession openWithCatalog(Settings settings) {
    SparkConf conf = conf(settings, new SparkConf());
    CatalogSessions.conf(settings).forEach(conf::set);
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** {@code settings} over what was {@code submitted}, over the defaults. */
  static SparkConf conf(Settings settings, SparkConf submitted) {
    SparkConf conf = submitted.clone();
    S3A.asked(settings.s3()).forEach(conf::set);
    settings.spark().conf().forEach(conf::set);
    settings.spark().master().ifPresent(conf::setMaster);
    S3A.defaults().forEach(conf::setIfMissing);
    conf.setIfMissing("spark.app.name", "sparkify")
        .setIfMissing("spark.master", "local[*]")
        .setIfMissing("spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold", HASHED_BY_A_TASK)
        .setIfMissing("spark.sql.ansi.enabled", "true")
        .setIfMissing("spark.sql.codegen.hugeMethodLimit", LONGEST_COMPILED_METHOD)
        .setIfMissing("spark.sql.inMemoryColumnarStorage.compressed", "false")
        .setIfMissing("spark.sql.parquet.compression.codec", "zstd")
        .setIfMissing("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .set("spark.sql.session.timeZone", "UTC");
    if (isOneProcess(conf.get("spark.master")) && isForklessBesideHadoop()) {
      conf.setIfMissing("spark.hadoop.fs.file.impl", ForklessLocalFileSystem.class.getName());
    }
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.ui.enabled", "false")
          .setIfMissing("spark.driver.host", "localhost")
          .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
          .setIfMissing("spark.buffer.pageSize", MEMORY_PAGE)
          .setIfMissing(PARTITIONS, PARTITIONS_OF_ONE_MACHINE);
    }
    if (!conf.getBoolean("spark.ui.enabled", true)) {
      forgetWhatNobodySees(conf);
    }
    return conf;
  }

  /**
   * Without its UI, Spark still writes each plan as text with the details of every operator, and
   * remembers a thousand of them.
   */
  private static void forgetWhatNobodySees(SparkConf conf) {
    conf.setIfMissing("spark.sql.ui.explainMode", "simple")
        .setIfMissing("spark.sql.ui.retainedExecutions", REMEMBERED)
        .setIfMissing("spark.ui.retainedJobs", REMEMBERED)
        .setIfMissing("spark.ui.retainedStages", REMEMBERED);
  }

  /** Whether a setting is as {@link #open} has it by itself, and may be fitted to the input. */
  static boolean isOurs(String name, String value) {
    return name.equals(PARTITIONS) && value.equals(PARTITIONS_OF_ONE_MACHINE);
  }

  private static boolean isOneProcess(String master) {
    return master.equals("local") || master.startsWith("local[");
  }

  /**
   * Whether the classes of Hadoop find ours. S3A makes a local file system by name, for the buffers
   * of what it writes, and looks only where it comes from itself: not in a jar that spark-submit
   * adds.
   */
  private static boolean isForklessBesideHadoop() {
    return ForklessLocalFileSystem.class.getClassLoader() == FileSystem.class.getClassLoader();
  }
}
