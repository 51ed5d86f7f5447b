package com.sparkify.etl.io.source;

import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
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
  private List<FilePart> parts = List.of();

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

  /** Reads large files once if they have to be cut. */
  @Override
  public InputPartition[] planInputPartitions() {
    int parallelism = SparkSession.active().sparkContext().defaultParallelism();
    if (parts.isEmpty()) {
      parts =
          new FileParts(request.layout(), FilePacking.LARGEST_TASK, JsonScan::lines)
              .of(request.files(), parallelism);
    }
    return FilePacking.pack(parts, parallelism).stream()
        .map(JsonReaderFactory.Share::new)
        .toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    return new JsonReaderFactory(
        request.layout(), request.names(), columns, hadoopConfiguration(context()));
  }

  /** Counted in a job of its own. */
  private static List<LineCount> lines(List<FileRange> ranges) {
    JavaSparkContext context = context();
    Broadcast<SerializableConfiguration> conf = hadoopConfiguration(context);
    return context
        .parallelize(ranges, ranges.size())
        .map(range -> LineCount.of(range, conf.value().value()))
        .collect();
  }

  private static Broadcast<SerializableConfiguration> hadoopConfiguration(
      JavaSparkContext context) {
    return context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
  }

  @SuppressWarnings("resource") // the context belongs to the session
  private static JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
  }
}
