package com.sparkify.etl.runner.job;

import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.TestSpark;
import com.sparkify.etl.runner.job.TableDiff.Change;
import com.sparkify.etl.runner.job.TableDiff.Found;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableDiffTest {
  private static final Field ID = required("id", LongType, "Whom");
  private static final Field PLACE = required("place", StringType, "Where").asPersonal();
  private static final Field LEVEL = optional("level", StringType, "Plan");
  private static final Table TABLE =
      Table.of("listeners", List.of(ID, PLACE, LEVEL), List.of(ID, PLACE));

  @Test
  void tellsWhatWasAddedRemovedAndChangedByTheKeyWithoutPersonalValues() {
    Dataset<Row> before =
        rows(
            row(1, "Oslo", "free"),
            row(2, "Oslo", null),
            row(3, "Oslo", "paid"),
            row(4, "X", null));
    Dataset<Row> after =
        rows(
            row(1, "Oslo", "paid"),
            row(2, "Oslo", "free"),
            row(4, "X", null),
            row(3, "Bergen", "paid"));

    TableDiff diff = TableDiff.of(TABLE, before, after, 9);

    assertThat(diff.rows(Change.ADDED)).isEqualTo(1);
    assertThat(diff.keys(Change.ADDED)).containsExactly("{\"id\":3}");
    assertThat(diff.rows(Change.REMOVED)).isEqualTo(1);
    assertThat(diff.keys(Change.REMOVED)).containsExactly("{\"id\":3}");
    assertThat(diff.rows(Change.CHANGED)).isEqualTo(2);
    assertThat(diff.keys(Change.CHANGED)).containsExactly("{\"id\":1}", "{\"id\":2}");
  }

  @Test
  void countsAllAndShowsTheFirstKeys() {
    Dataset<Row> many = rows(row(12, "A", "free"), row(3, "A", "free"), row(7, "A", "free"));

    TableDiff diff = TableDiff.of(TABLE, rows(), many, 2);

    assertThat(diff.rows(Change.ADDED)).isEqualTo(3);
    assertThat(diff.keys(Change.ADDED)).containsExactly("{\"id\":3}", "{\"id\":7}");
    assertThat(diff.rows(Change.CHANGED)).isZero();
    assertThat(diff.keys(Change.CHANGED)).isEmpty();
  }

  @Test
  void isARowForPrograms() {
    TableDiff diff =
        new TableDiff(TABLE, Map.of(Change.REMOVED, new Found(1, List.of("{\"id\":1}"))));

    assertThat(TableDiff.rows(List.of(diff)).objects())
        .containsExactly(
            "{\"table\":\"listeners\",\"added\":0,\"added_keys\":[],\"removed\":1,"
                + "\"removed_keys\":[{\"id\":1}],\"changed\":0,\"changed_keys\":[]}");
  }

  private static Row row(long id, String place, @Nullable String level) {
    return RowFactory.create(id, place, level);
  }

  private static Dataset<Row> rows(Row... rows) {
    return TestSpark.session().createDataFrame(Stream.of(rows).toList(), TABLE.schema());
  }
}
