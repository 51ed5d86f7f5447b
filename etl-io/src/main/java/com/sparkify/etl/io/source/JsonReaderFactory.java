package com.sparkify.etl.io.source;

import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Makes the readers of a scan on the executors.
 *
 * @param names the JSON name of each field of {@code layout}
 * @param columns the columns that are wanted, in order
 */
record JsonReaderFactory(
    SourceLayout layout,
    List<String> names,
    StructType columns,
    Broadcast<SerializableConfiguration> conf)
    implements PartitionReaderFactory {

  /** What one task reads. */
  record Share(List<FilePart> parts) implements InputPartition {
    Share {
      parts = List.copyOf(parts);
    }
  }

  @Override
  public boolean supportColumnarReads(InputPartition partition) {
    return true;
  }

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    throw new UnsupportedOperationException("Read in columns");
  }

  @Override
  public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
    FilesInOrder files = new FilesInOrder(((Share) partition).parts(), conf.value().value());
    RawRows rows = new RawRows(layout.fields(), columns);
    return new JsonPartitionReader(layout, names, files, rows);
  }
}
