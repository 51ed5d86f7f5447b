package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_millis;

import com.google.inject.Inject;
import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Lake;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Names rows that are published and were not built again. */
final class LostKeys {
  private static final int EXAMPLES = 3;

  private final Lake lake;

  @Inject
  LostKeys(Lake lake) {
    this.lake = lake;
  }

  /**
   * Up to three keys of the table {@code name} that {@code built} does not have, without personal
   * fields.
   *
   * @param months the months in which to look, of a table that has months; empty for all
   * @param plan which rows were to be built
   */
  List<String> of(String name, Optional<Set<YearMonth>> months, BuildPlan plan, StarSchema built) {
    Map.Entry<Table, Dataset<Row>> table =
        built.tables().entrySet().stream()
            .filter(any -> any.getKey().name().equals(name))
            .findFirst()
            .orElseThrow();
    Dataset<Row> published = lake.read(table.getKey());
    Dataset<Row> replaced =
        BuildPlan.BY_MONTH.contains(table.getKey())
            ? months
                .map(some -> published.where(isIn(table.getKey(), some)))
                .orElse(published)
                .where(isBeside(plan.stayingSpans(table.getKey()), table.getKey()))
            : published;
    return gone(table.getKey(), replaced, requireNonNull(table.getValue()));
  }

  private static List<String> gone(Table table, Dataset<Row> before, Dataset<Row> now) {
    Column[] key = Table.columns(table.key());
    String[] names = table.key().stream().map(Field::name).toArray(String[]::new);
    Column[] shown =
        table.key().stream()
            .filter(field -> !field.personal())
            .map(Field::column)
            .toArray(Column[]::new);
    return before
        .select(key)
        .join(now.select(key), names, "left_anti")
        .select(shown)
        .limit(EXAMPLES)
        .toJSON()
        .collectAsList();
  }

  private static Column isBeside(List<TimeSpan> staying, Table table) {
    Column millis = unix_millis(table.orderedBy().get(0).column());
    return staying.stream().map(span -> span.isBeside(millis)).reduce(lit(true), Column::and);
  }

  private static Column isIn(Table table, Set<YearMonth> months) {
    Column year = table.partitionedBy().get(0).column();
    Column month = table.partitionedBy().get(1).column();
    return months.stream()
        .map(one -> year.equalTo(one.getYear()).and(month.equalTo(one.getMonthValue())))
        .reduce(lit(false), Column::or);
  }
}
