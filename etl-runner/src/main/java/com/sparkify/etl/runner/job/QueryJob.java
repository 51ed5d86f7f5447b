package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.runner.output.OutputFormat;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.ResultRows;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.Causes;
import com.sparkify.etl.runner.spark.LateSpark;
import java.util.List;

/** Answers a question in SQL about the published tables, each of which is a view. */
public final class QueryJob {
  private final LateSpark spark;
  private final Lake lake;
  private final Streams streams;
  private final Progress progress;

  @Inject
  QueryJob(LateSpark spark, Lake lake, Streams streams, Progress progress) {
    this.spark = spark;
    this.lake = lake;
    this.streams = streams;
    this.progress = progress;
  }

  /**
   * Prints the rows of {@code sql}.
   *
   * @throws EtlException of kind CONFIG if the SQL is wrong; it names the tables that are not
   *     published, which have no view
   */
  public void run(String sql, OutputFormat format) {
    progress.phase("open the tables");
    List<String> unpublished =
        StarSchema.TABLES.stream().filter(table -> !openView(table)).map(Table::name).toList();
    progress.phase("query");
    ResultRows rows = collect(sql, unpublished);
    progress.close();
    rows.write(format, streams.out());
  }

  /** Whether {@code table} is published, and so has a view now. */
  private boolean openView(Table table) {
    try {
      lake.read(table).createOrReplaceTempView(table.name());
      return true;
    } catch (EtlException e) {
      if (e.kind() == Kind.STORAGE) {
        throw e;
      }
      return false;
    }
  }

  /** Spark throws checked exceptions that its methods do not declare. */
  private ResultRows collect(String sql, List<String> unpublished) {
    try {
      return ResultRows.collect(spark.get().sql(sql));
    } catch (Exception e) {
      throw SqlErrors.explain(e, unpublished)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> Causes.unchecked(e));
    }
  }
}
