package com.sparkify.etl.io.lake;

import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.lake.Release.Amount;
import com.sparkify.etl.io.lake.Release.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final Field ID = required("id", LongType, "Id");
  private static final Field YEAR = required("year", IntegerType, "Year");
  private static final Field MONTH = required("month", IntegerType, "Month");
  private static final Field AT = required("at", TimestampType, "When");
  private static final Table YEARLY =
      Table.of("yearly", List.of(ID, YEAR), List.of(ID)).partitionedBy(YEAR);
  private static final Table BY_ID =
      Table.of("by_id", List.of(ID, YEAR), List.of(ID)).partitionedBy(YEAR, ID);
  private static final Table TIMED =
      Table.of("timed", List.of(AT, YEAR, MONTH), List.of(AT)).partitionedBy(YEAR, MONTH);

  @Test
  void fewRowsAreOneTaskWhereAFileTakesNoTimeOfItsOwn() {
    assertThat(tasksOf("year", Layout.of(yearly(), false)))
        .hasSize(20)
        .allMatch(one -> one.equals("0"));
  }

  @Test
  void foldersAreSharedWhereAFileTakesItsTime() {
    List<String> tasks = tasksOf("year", Layout.of(yearly(), true));

    assertThat(tasks).hasSize(20);
    assertThat(tasks.stream().distinct()).containsExactlyInAnyOrder("0", "1");
  }

  @Test
  void foldersBelowAYearAreAlwaysShared() {
    Part part = new Part(BY_ID, yearly().rows(), Map.of(List.of(), 1000L), Optional.empty());
    List<String> tasks = tasksOf("id", Layout.of(part, false));

    assertThat(tasks).hasSize(1000);
    assertThat(tasks.stream().distinct()).containsExactlyInAnyOrder("0", "1");
  }

  @Test
  void monthsAreNotShared() {
    Dataset<Row> rows =
        Spark.session()
            .range(1000)
            .select(
                col("id").cast("timestamp").as("at"),
                col("id").cast("int").as("year"),
                col("id").cast("int").as("month"));

    assertThat(
            Layout.of(new Part(TIMED, rows, Map.of(List.of(), 1000L), Optional.empty()), true)
                .rdd()
                .getNumPartitions())
        .isEqualTo(1);
  }

  @Test
  void rowsThatAreLaidOutStayAsTheyAre() {
    Amount amount = new Amount(() -> 1000, () -> Map.of(List.of(), 1000L), true);
    Part part = new Part(YEARLY, yearly().rows(), amount, Optional.empty());

    assertThat(steps(Layout.of(yearly(), true))).contains("Sort", "Exchange");
    assertThat(steps(Layout.of(part, true))).doesNotContain("Sort", "Exchange");
  }

  private static String steps(Dataset<Row> rows) {
    return rows.queryExecution().executedPlan().toString();
  }

  private static Part yearly() {
    Dataset<Row> rows =
        Spark.session().range(1000).selectExpr("id", "cast(id % 20 as int) as year");
    return new Part(YEARLY, rows, Map.of(List.of(), 1000L), Optional.empty());
  }

  /** For each value of {@code folder}, the tasks that have rows of it. */
  private static List<String> tasksOf(String folder, Dataset<Row> rows) {
    return rows
        .withColumn("task", spark_partition_id())
        .groupBy(folder)
        .agg(concat_ws(",", collect_set(col("task").cast("string"))))
        .collectAsList()
        .stream()
        .map(row -> row.getString(1))
        .toList();
  }
}
