package com.sparkify.etl.runner.spark;

import com.sparkify.etl.runner.config.Settings;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;

/** The configuration of Hadoop's file systems for what runs without Spark. */
public final class HadoopConfigurations {
  private static final String PREFIX = "spark.hadoop.";

  private HadoopConfigurations() {}

  /** What Spark would hand to Hadoop: the settings that begin with {@code spark.hadoop.}. */
  public static Configuration of(Settings settings) {
    return of(SparkSessions.conf(settings, new SparkConf()));
  }

  static Configuration of(SparkConf spark) {
    Configuration hadoop = new Configuration();
    for (scala.Tuple2<String, String> setting : spark.getAllWithPrefix(PREFIX)) {
      hadoop.set(setting._1(), setting._2());
    }
    return hadoop;
  }
}
