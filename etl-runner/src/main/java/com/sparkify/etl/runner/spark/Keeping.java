package com.sparkify.etl.runner.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** How rows are kept that more than one query needs. */
public enum Keeping {
  /**
   * Input and tables, in memory and cut off from how they came about: to plan a query over all of
   * that takes longer than few rows do, and input on S3 is read once. Rows that are lost with an
   * executor are not made again, so this is for Spark in one process.
   */
  CUT_OFF {
    @Override
    public Dataset<Row> input(Dataset<Row> rows) {
      return rows.localCheckpoint();
    }

    @Override
    public Dataset<Row> table(Dataset<Row> rows) {
      return rows.localCheckpoint();
    }
  },
  /** Tables only, in memory or on local disk; what is lost is made again. */
  CACHED {
    @Override
    public Dataset<Row> input(Dataset<Row> rows) {
      return rows;
    }

    @Override
    public Dataset<Row> table(Dataset<Row> rows) {
      return rows.persist();
    }
  };

  /** What suits {@code rows} rows of input. */
  public static Keeping of(SparkSession spark, long rows) {
    return spark.sparkContext().isLocal() && SmallInput.is(rows) ? CUT_OFF : CACHED;
  }

  /** {@code rows} of the input, from now on as they are kept. */
  public abstract Dataset<Row> input(Dataset<Row> rows);

  /** {@code rows} of a table, from now on as they are kept. */
  public abstract Dataset<Row> table(Dataset<Row> rows);
}
