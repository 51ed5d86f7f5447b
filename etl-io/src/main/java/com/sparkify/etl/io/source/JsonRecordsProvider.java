package com.sparkify.etl.io.source;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The door through which Spark reaches the reader; public because Spark makes it by name. Read
 * through {@link JsonSources} instead.
 */
public final class JsonRecordsProvider implements TableProvider {

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return ReadRequest.layout(options).raw().schema();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return new Records(ReadRequest.fromOptions(properties));
  }

  /** The records of a request's files as a table that can only be read. */
  private record Records(ReadRequest request) implements SupportsRead {

    @Override
    public String name() {
      return request.layout().label();
    }

    @Override
    @SuppressWarnings("deprecation") // columns() falls back on it in all of Spark 3.5 to 4.2
    public StructType schema() {
      return request.layout().raw().schema();
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return new JsonScan(request);
    }
  }
}
