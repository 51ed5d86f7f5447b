package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.output.ResultRows;
import com.sparkify.etl.runner.spark.Causes;
import com.sparkify.etl.runner.spark.InputFit;
import com.sparkify.etl.runner.spark.LateSpark;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** SQL over the published tables, each of which is a view. */
final class PublishedSql {
  private final LateSpark spark;
  private final KeptVersions versions;

  @Inject
  PublishedSql(LateSpark spark, KeptVersions versions) {
    this.spark = spark;
    this.versions = versions;
  }

  /**
   * Makes the views, all of one version where the lake keeps versions; the names of the tables that
   * are not published, and so have none.
   *
   * @param asOf which version, as for {@link KeptVersions#asOf}; empty for the newest
   */
  List<String> open(Optional<String> asOf) {
    Function<Table, Dataset<Row>> reading = versions.reading(asOf);
    return StarSchema.TABLES.stream()
        .filter(table -> !openView(table, reading))
        .map(Table::name)
        .toList();
  }

  private static boolean openView(Table table, Function<Table, Dataset<Row>> reading) {
    try {
      reading.apply(table).createOrReplaceTempView(table.name());
      return true;
    } catch (EtlException e) {
      if (e.kind() == Kind.STORAGE) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Fits Spark to the number of plays, which pays for its counting where more than a query follows.
   */
  void fit(List<String> unpublished) {
    if (!unpublished.contains(Songplays.TABLE.name())) {
      InputFit.fit(spark.get(), spark.get().table(Songplays.TABLE.name()).count());
    }
  }

  /**
   * The rows of {@code sql}. Spark throws checked exceptions that its methods do not declare.
   *
   * @param unpublished what {@link #open} returned
   * @throws EtlException of kind CONFIG if the SQL is wrong; it names the tables that are not
   *     published
   */
  ResultRows rows(String sql, List<String> unpublished) {
    try {
      return ResultRows.collect(spark.get().sql(sql));
    } catch (Exception e) {
      throw SqlErrors.explain(e, unpublished)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> Causes.unchecked(e));
    }
  }
}
