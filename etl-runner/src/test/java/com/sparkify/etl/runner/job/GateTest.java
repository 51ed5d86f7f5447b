package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.quality.Check;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.TestSpark;
import com.sparkify.etl.runner.report.CheckReport;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class GateTest {
  private final SparkSession spark = TestSpark.session();

  @Test
  void namesThePromiseTheNumberAndThreeRowsWithoutPersonalFields() {
    Dataset<Row> unsaidLevels =
        spark.createDataFrame(
            IntStream.range(0, 5)
                .mapToObj(id -> RowFactory.create((long) id, "Ann", "B", "F", null, null))
                .toList(),
            nullable(Users.TABLE));
    Gate gate =
        new Gate(
            List.of(
                Check.requiredFields(Users.TABLE, unsaidLevels),
                Check.uniqueKey(Users.TABLE, unsaidLevels)));
    Tally tally = new Tally();
    gate.addTo(tally);

    List<CheckReport> outcomes = gate.outcomes(tally.start().all());

    assertThat(outcomes).extracting(CheckReport::violations).containsExactly(5L, 0L);
    assertThatThrownBy(() -> Gate.requireAll(outcomes, "Nothing was published."))
        .isInstanceOfSatisfying(
            EtlException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.QUALITY))
        .hasMessageStartingWith(
            "Check '%s' fails for 5 rows, such as {".formatted(outcomes.get(0).promise()))
        .hasMessageContaining("\"user_id\":")
        .hasMessageEndingWith("}.\nNothing was published.")
        .hasMessageNotContainingAny("Ann", outcomes.get(1).promise());
    assertThat(outcomes.get(0).examples()).hasSize(3);
  }

  /** The guards show keys and what was heard; here is why they may. */
  @Test
  void noKeyOfATableIsPersonal() {
    assertThat(StarSchema.TABLES)
        .allSatisfy(
            table -> assertThat(table.key()).noneMatch(field -> field.personal()).isNotEmpty());
  }

  private static StructType nullable(Table table) {
    return new StructType(
        Stream.of(table.schema().fields())
            .map(field -> new StructField(field.name(), field.dataType(), true, field.metadata()))
            .toArray(StructField[]::new));
  }
}
