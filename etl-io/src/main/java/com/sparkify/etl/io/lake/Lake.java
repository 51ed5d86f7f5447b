package com.sparkify.etl.io.lake;

import com.sparkify.etl.core.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The published tables. */
public interface Lake {

  /**
   * The published rows of {@code table}, with its columns in its order.
   *
   * @throws com.sparkify.etl.core.EtlException if the table was never published
   */
  Dataset<Row> read(Table table);
}
