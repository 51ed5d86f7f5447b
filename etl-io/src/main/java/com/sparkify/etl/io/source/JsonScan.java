package com.sparkify.etl.io.source;

import java.util.OptionalLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** A read of some columns of a request's files. */
final class JsonScan
    implements ScanBuilder, SupportsPushDownRequiredColumns, SupportsReportStatistics, Batch {
  private final ReadRequest request;
  private StructType columns;

  JsonScan(ReadRequest request) {
    this.request = request;
    this.columns = request.layout().raw().schema();
  }

  @Override
  public void pruneColumns(StructType requiredSchema) {
    columns = requiredSchema;
  }

  @Override
  public Scan build() {
    return this;
  }

  @Override
  public StructType readSchema() {
    return columns;
  }

  @Override
  public String description() {
    return "%s [%d files]".formatted(request.layout().label(), request.files().size());
  }

  @Override
  public Statistics estimateStatistics() {
    long bytes = request.files().stream().mapToLong(SourceFile::size).sum();
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return OptionalLong.of(bytes);
      }

      @Override
      public OptionalLong numRows() {
        return OptionalLong.empty();
      }
    };
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    int parallelism = SparkSession.active().sparkContext().defaultParallelism();
    return FilePacking.pack(request.files(), parallelism).stream()
        .map(JsonReaderFactory.Files::new)
        .toArray(InputPartition[]::new);
  }

  @Override
  @SuppressWarnings("resource") // the context belongs to the session
  public PartitionReaderFactory createReaderFactory() {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
    return new JsonReaderFactory(
        request.layout(),
        request.names(),
        columns,
        spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration())));
  }
}
