package com.sparkify.etl.io.source;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A source below a root of any file system that Hadoop knows. */
final class HadoopJsonSource implements JsonSource {
  private final SparkSession spark;
  private final SourceFolder folder;
  private final List<String> names;

  /**
   * @param names the JSON name of each field of the folder's records
   */
  HadoopJsonSource(SparkSession spark, SourceFolder folder, List<String> names) {
    this.spark = spark;
    this.folder = folder;
    this.names = List.copyOf(names);
  }

  @Override
  public List<SourceFile> list() {
    return folder.list(spark.sparkContext().hadoopConfiguration());
  }

  @Override
  public Dataset<Row> read(List<SourceFile> files) {
    ReadRequest request = new ReadRequest(folder.layout(), names, files);
    return spark
        .read()
        .format(JsonRecordsProvider.class.getName())
        .options(request.toOptions())
        .load();
  }
}
