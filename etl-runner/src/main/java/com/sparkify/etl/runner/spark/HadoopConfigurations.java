package com.sparkify.etl.runner.spark;

import com.sparkify.etl.io.storage.ForklessLocalFileSystem;
import com.sparkify.etl.runner.config.SparkSettings;
import org.apache.hadoop.conf.Configuration;

/** The configuration of Hadoop's file systems for what runs without Spark. */
public final class HadoopConfigurations {
  private static final String PREFIX = "spark.hadoop.";

  private HadoopConfigurations() {}

  /** What Spark would hand to Hadoop: the settings that begin with {@code spark.hadoop.}. */
  public static Configuration of(SparkSettings settings) {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.file.impl", ForklessLocalFileSystem.class.getName());
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(name -> set(hadoop, name, System.getProperty(name, "")));
    settings.conf().forEach((name, value) -> set(hadoop, name, value));
    return hadoop;
  }

  private static void set(Configuration hadoop, String name, String value) {
    if (name.startsWith(PREFIX)) {
      hadoop.set(name.substring(PREFIX.length()), value);
    }
  }
}
