package com.sparkify.etl.io.source;

import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A source below a root of any file system that Hadoop knows. */
final class HadoopJsonSource implements JsonSource {
  private final Configuration conf;
  private final Supplier<SparkSession> spark;
  private final SourceFolder folder;
  private final List<String> names;

  /**
   * @param names the JSON name of each field of the folder's records
   */
  HadoopJsonSource(
      Configuration conf, Supplier<SparkSession> spark, SourceFolder folder, List<String> names) {
    this.conf = conf;
    this.spark = spark;
    this.folder = folder;
    this.names = List.copyOf(names);
  }

  @Override
  public List<SourceFile> list() {
    return folder.list(conf);
  }

  @Override
  public Dataset<Row> read(List<SourceFile> files) {
    ReadRequest request = new ReadRequest(folder.layout(), names, files);
    return spark
        .get()
        .read()
        .format(JsonRecordsProvider.class.getName())
        .options(request.toOptions())
        .load();
  }
}
