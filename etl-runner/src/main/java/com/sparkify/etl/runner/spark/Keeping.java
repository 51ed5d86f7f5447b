package com.sparkify.etl.runner.spark;

import com.sparkify.etl.core.star.Kept;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Keeps rows that more than one query needs, until it is closed. */
public abstract class Keeping implements Kept, AutoCloseable {

  private Keeping() {}

  /** What suits {@code rows} rows of input. */
  public static Keeping of(SparkSession spark, long rows) {
    return spark.sparkContext().isLocal() && SmallInput.is(rows) ? new CutOff() : new Cached();
  }

  /** {@code rows} of the input, from now on as they are kept. */
  public abstract Dataset<Row> input(Dataset<Row> rows);

  @Override
  public abstract void close();

  /**
   * Keeps input and tables in memory and cut off from how they came about: to plan a query over all
   * of that takes longer than few rows do, and input on S3 is read once. Rows that are lost with an
   * executor are not made again, so this is for Spark in one process, which drops them with the
   * last of their datasets.
   */
  private static final class CutOff extends Keeping {
    @Override
    public Dataset<Row> input(Dataset<Row> rows) {
      return rows.localCheckpoint();
    }

    @Override
    public Dataset<Row> table(Dataset<Row> rows) {
      return rows.localCheckpoint();
    }

    @Override
    public Dataset<Row> few(Dataset<Row> rows) {
      return rows;
    }

    @Override
    public Optional<Dataset<Row>> ahead(Supplier<Dataset<Row>> rows) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  /** Keeps tables only, in memory or on local disk; what is lost is made again. */
  private static final class Cached extends Keeping {
    private final Queue<Dataset<Row>> kept = new ConcurrentLinkedQueue<>();

    @Override
    public Dataset<Row> input(Dataset<Row> rows) {
      return rows;
    }

    @Override
    public Dataset<Row> table(Dataset<Row> rows) {
      kept.add(rows.persist());
      return rows;
    }

    @Override
    public Dataset<Row> few(Dataset<Row> rows) {
      table(rows).count();
      return rows;
    }

    @Override
    public Optional<Dataset<Row>> ahead(Supplier<Dataset<Row>> rows) {
      return Optional.of(few(rows.get()));
    }

    @Override
    public void close() {
      kept.forEach(Dataset::unpersist);
    }
  }
}
