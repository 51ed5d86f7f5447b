package com.sparkify.etl.io.lake.iceberg;

import static org.apache.spark.sql.functions.lit;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Layout;
import com.sparkify.etl.io.lake.Replaced;
import com.sparkify.etl.io.lake.TimedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.Term;
import org.apache.spark.sql.Column;

/**
 * How Iceberg divides the rows of a table. It keeps all columns in the files; a query need not know
 * of the partitions.
 *
 * @param monthOf {@link Layout#timeOf} the table; empty if the partitions are values of columns
 */
record Partitioning(Table table, Optional<Field> monthOf) {
  private static final LocalDate EPOCH = LocalDate.EPOCH;

  static Partitioning of(Table table) {
    return new Partitioning(table, Layout.timeOf(table));
  }

  /** In Iceberg's words, for a table that has {@code schema}. */
  PartitionSpec spec(Schema schema) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    if (monthOf.isPresent()) {
      return spec.month(monthOf.orElseThrow().name()).build();
    }
    table.partitionedBy().forEach(field -> spec.identity(field.name()));
    return spec.build();
  }

  /** The same, one by one. */
  List<Term> terms() {
    return monthOf.isPresent()
        ? List.of(Expressions.month(monthOf.orElseThrow().name()))
        : table.partitionedBy().stream()
            .map(field -> (Term) Expressions.ref(field.name()))
            .toList();
  }

  /** Each transform and its column, as Iceberg writes them: {@code month start_time}. */
  List<String> sources() {
    return monthOf.isPresent()
        ? List.of("month " + monthOf.orElseThrow().name())
        : table.partitionedBy().stream().map(field -> "identity " + field.name()).toList();
  }

  /** Which rows are {@code replaced}. */
  Column holds(Replaced replaced) {
    Column rows =
        replaced.partitions().stream().map(this::holds).reduce(Column::or).orElse(lit(false));
    for (TimedFile staying : replaced.staying()) {
      rows = rows.and(isBeside(monthOf.orElseThrow().column(), staying.span()));
    }
    return rows;
  }

  private static Column isBeside(Column time, TimeSpan span) {
    return time.lt(lit(Instant.ofEpochMilli(span.first())))
        .or(time.gt(lit(Instant.ofEpochMilli(span.last()))));
  }

  private Column holds(List<Object> partition) {
    if (monthOf.isPresent()) {
      LocalDate month = LocalDate.of((Integer) partition.get(0), (Integer) partition.get(1), 1);
      Column time = monthOf.orElseThrow().column();
      return time.geq(lit(start(month))).and(time.lt(lit(start(month.plusMonths(1)))));
    }
    List<Field> fields = table.partitionedBy();
    Column all = lit(true);
    for (int i = 0; i < fields.size(); i++) {
      all = all.and(fields.get(i).column().equalTo(lit(partition.get(i))));
    }
    return all;
  }

  /** The name of the folder that a partition would have, as {@link Layout} gives it. */
  String folder(StructLike partition) {
    if (monthOf.isPresent()) {
      LocalDate month = EPOCH.plusMonths(partition.get(0, Integer.class));
      return Layout.folder(table, List.of(month.getYear(), month.getMonthValue()));
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < partition.size(); i++) {
      values.add(String.valueOf(partition.get(i, Object.class)));
    }
    return Layout.folder(table, values);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
