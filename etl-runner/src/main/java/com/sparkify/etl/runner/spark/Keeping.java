package com.sparkify.etl.runner.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import com.sparkify.etl.core.star.Kept;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Layout;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Keeps rows that more than one query needs, until it is closed. */
public abstract class Keeping implements Kept, AutoCloseable {

  /** Rows that are sent to every task that joins with them. */
  private static final long FEW = 1_000_000;

  private final Predicate<Table> isReadOnce;
  private volatile long plays;

  private Keeping(Predicate<Table> isReadOnce) {
    this.isReadOnce = isReadOnce;
  }

  /**
   * What suits {@code rows} rows of input, {@code songs} of them songs.
   *
   * @param isReadOnce whether one query needs a table, and does not need all of it
   */
  public static Keeping of(SparkSession spark, long rows, long songs, Predicate<Table> isReadOnce) {
    return spark.sparkContext().isLocal() && InputFit.isFew(rows)
        ? new CutOff(isReadOnce)
        : new Cached(isReadOnce, songs <= FEW);
  }

  @Override
  public Dataset<Row> table(Table table, Dataset<Row> rows) {
    return isReadOnce.test(table) ? rows : kept(rows);
  }

  /** {@code rows}, from now on as they are kept. */
  abstract Dataset<Row> kept(Dataset<Row> rows);

  /** How many plays there are, copies included, once they are spread. */
  public long plays() {
    return plays;
  }

  @Override
  public Dataset<Row> spread(Dataset<Row> rows, Column... by) {
    plays = rows.count();
    return spread(rows, plays, by);
  }

  /** {@code rows}, of which there are {@code number}, divided by {@code by} or as they are. */
  abstract Dataset<Row> spread(Dataset<Row> rows, long number, Column... by);

  /**
   * Whether plays that were spread stay so, and in their order, when they are joined with songs.
   */
  public abstract boolean spreadsPlays();

  /** {@code rows} of the input, from now on as they are kept. */
  public abstract Dataset<Row> input(Dataset<Row> rows);

  /** {@code part}, which is of {@code input}; all of it where it is kept and need not be read. */
  public abstract Dataset<Row> part(Dataset<Row> input, Supplier<Dataset<Row>> part);

  @Override
  public abstract void close();

  /**
   * Keeps input and tables in memory and cut off from how they came about: to plan a query over all
   * of that takes longer than few rows do, and input on S3 is read once. Rows that are lost with an
   * executor are not made again, so this is for Spark in one process, which drops them with the
   * last of their datasets.
   */
  private static final class CutOff extends Keeping {
    CutOff(Predicate<Table> isReadOnce) {
      super(isReadOnce);
    }

    @Override
    public boolean spreadsPlays() {
      return true;
    }

    @Override
    Dataset<Row> spread(Dataset<Row> rows, long number, Column... by) {
      return rows.coalesce(1);
    }

    @Override
    public Dataset<Row> few(Dataset<Row> rows) {
      return broadcast(rows);
    }

    @Override
    public Dataset<Row> input(Dataset<Row> rows) {
      return rows.localCheckpoint();
    }

    @Override
    public Dataset<Row> part(Dataset<Row> input, Supplier<Dataset<Row>> part) {
      return input;
    }

    @Override
    Dataset<Row> kept(Dataset<Row> rows) {
      return rows.localCheckpoint();
    }

    @Override
    public void close() {}
  }

  /** Keeps tables only, in memory or on local disk; what is lost is made again. */
  private static final class Cached extends Keeping {
    private final Queue<Dataset<Row>> kept = new ConcurrentLinkedQueue<>();
    private final boolean spreadsPlays;

    Cached(Predicate<Table> isReadOnce, boolean spreadsPlays) {
      super(isReadOnce);
      this.spreadsPlays = spreadsPlays;
    }

    @Override
    public boolean spreadsPlays() {
      return spreadsPlays;
    }

    @Override
    Dataset<Row> spread(Dataset<Row> rows, long number, Column... by) {
      return spreadsPlays ? Layout.spread(rows, number, by) : rows;
    }

    @Override
    public Dataset<Row> input(Dataset<Row> rows) {
      return rows;
    }

    @Override
    public Dataset<Row> part(Dataset<Row> input, Supplier<Dataset<Row>> part) {
      return part.get();
    }

    @Override
    Dataset<Row> kept(Dataset<Row> rows) {
      kept.add(rows.persist());
      return rows;
    }

    @Override
    public Dataset<Row> few(Dataset<Row> rows) {
      return sent(kept(rows), rows.count());
    }

    @Override
    public Optional<Ahead> ahead(Supplier<Dataset<Row>> rows, Column number) {
      Dataset<Row> ahead = kept(rows.get());
      Row counted = ahead.agg(count(lit(1)), number).head();
      return Optional.of(
          new Ahead(sent(ahead, counted.getLong(0)), Optional.ofNullable(counted.<Long>getAs(1))));
    }

    private static Dataset<Row> sent(Dataset<Row> rows, long number) {
      return number <= FEW ? broadcast(rows) : rows;
    }

    @Override
    public void close() {
      kept.forEach(Dataset::unpersist);
    }
  }
}
