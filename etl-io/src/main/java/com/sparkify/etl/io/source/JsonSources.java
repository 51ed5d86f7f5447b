package com.sparkify.etl.io.source;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.table.Field;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * The sources of the lake.
 *
 * <p>Song files hold objects: a record starts at a line whose first byte is <code>{</code>, so an
 * object may span lines. Log files hold an object a line. Blank lines are no records.
 */
public final class JsonSources {
  private JsonSources() {}

  /**
   * The song catalogue; rows with the columns of {@link SongRecords#RAW}.
   *
   * @param root a folder, read with all below it, or one file
   */
  public static JsonSource songs(SparkSession spark, String root) {
    return songs(hadoopConf(spark), () -> spark, root);
  }

  /**
   * The same, of a session that is asked for when files are read.
   *
   * @param conf how files are listed
   */
  public static JsonSource songs(Configuration conf, Supplier<SparkSession> spark, String root) {
    return new HadoopJsonSource(
        conf,
        spark,
        SourceFolder.songs(root),
        SongRecords.FIELDS.stream().map(Field::name).toList());
  }

  /**
   * The event log; rows with the columns of {@link LogEvents#RAW}.
   *
   * @param root a folder, read with all below it, or one file
   */
  public static JsonSource events(SparkSession spark, String root, JsonPaths names) {
    return events(hadoopConf(spark), () -> spark, root, names);
  }

  /**
   * The same, of a session that is asked for when files are read.
   *
   * @param conf how files are listed
   */
  public static JsonSource events(
      Configuration conf, Supplier<SparkSession> spark, String root, JsonPaths names) {
    return new HadoopJsonSource(conf, spark, SourceFolder.events(root), names.names());
  }

  private static Configuration hadoopConf(SparkSession spark) {
    return spark.sparkContext().hadoopConfiguration();
  }
}
