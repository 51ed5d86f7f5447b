package com.sparkify.etl.io.staging;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.source.JsonSource;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** The staging areas of a lake: {@code <lake>/_sparkify/staging/songs} and {@code .../events}. */
public final class StagingAreas {
  private final Configuration conf;
  private final Supplier<SparkSession> spark;
  private final String lake;

  private StagingAreas(Configuration conf, Supplier<SparkSession> spark, String lake) {
    this.conf = conf;
    this.spark = spark;
    this.lake = lake;
  }

  /** The staging areas of the lake at {@code lake}, a path or URI. */
  public static StagingAreas of(String lake, SparkSession spark) {
    return of(lake, spark.sparkContext().hadoopConfiguration(), () -> spark);
  }

  /**
   * The same, of a session that is asked for when rows are read or written.
   *
   * @param conf how ledgers are read
   */
  public static StagingAreas of(String lake, Configuration conf, Supplier<SparkSession> spark) {
    return new StagingAreas(conf, spark, lake);
  }

  /** The staged song records; files are read by {@code source}. */
  public Staging songs(JsonSource source) {
    Table table = SongRecords.STAGED;
    return new ParquetStaging(spark, folders(table), table, source, SongRecords::staged);
  }

  /** The staged events; files are read by {@code source}. */
  public Staging events(JsonSource source) {
    Table table = LogEvents.STAGED;
    return new ParquetStaging(spark, folders(table), table, source, LogEvents::staged);
  }

  private BatchFolders folders(Table table) {
    return BatchFolders.of(lake, table, conf);
  }
}
