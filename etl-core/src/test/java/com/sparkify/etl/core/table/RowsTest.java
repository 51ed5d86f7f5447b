package com.sparkify.etl.core.table;

import static com.sparkify.etl.core.table.Rows.lastPer;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.Nullable;
import com.sparkify.etl.core.fixture.Given;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static final Field KEY = Field.optional("key", DataTypes.StringType, "");
  private static final Field FIRST = Field.optional("first", DataTypes.LongType, "");
  private static final Field SECOND = Field.optional("second", DataTypes.DoubleType, "");
  private static final StructType SCHEMA =
      new StructType()
          .add("second", DataTypes.DoubleType)
          .add("unread", DataTypes.StringType)
          .add("key", DataTypes.StringType)
          .add("first", DataTypes.LongType);

  @Test
  void keepsTheLastRowOfEachKeyByTheWholeOrder() {
    assertThat(last(row("a", 1L, 9.0), row("a", 2L, 1.0), row("a", 2L, 3.0), row("b", 0L, 0.0)))
        .containsExactlyInAnyOrder(
            RowFactory.create("a", 2L, 3.0), RowFactory.create("b", 0L, 0.0));
  }

  @Test
  void nullComesBeforeEveryValue() {
    assertThat(last(row("a", null, 9.0), row("a", -1L, null)))
        .containsExactly(RowFactory.create("a", -1L, null));
    assertThat(last(row("a", 1L, null), row("a", 1L, -5.0)))
        .containsExactly(RowFactory.create("a", 1L, -5.0));
    assertThat(last(row("a", null, null))).containsExactly(RowFactory.create("a", null, null));
  }

  @Test
  void nullIsAKeyOfItsOwn() {
    assertThat(last(row(null, 1L, 1.0), row(null, 2L, 1.0), row("", 1L, 1.0)))
        .containsExactlyInAnyOrder(
            RowFactory.create(null, 2L, 1.0), RowFactory.create("", 1L, 1.0));
  }

  @Test
  void equalRowsAreOne() {
    assertThat(last(row("a", 1L, 1.0), row("a", 1L, 1.0))).hasSize(1);
  }

  @Test
  void noRowsGiveNoRows() {
    assertThat(last()).isEmpty();
  }

  @Test
  void hasTheColumnsOfKeyAndOrderOnly() {
    assertThat(lastOf().columns()).containsExactly("key", "first", "second");
  }

  @Test
  void keepsTheNewestRowsOfEachKeyAlsoIfThereAreSeveral() {
    Row[] newest = {row("a", 2L, 1.0), row("a", 2L, 9.0), row("b", -3L, null)};
    Dataset<Row> rows = given(row("a", 1L, 9.0), newest[0], newest[1], newest[2]);

    assertThat(rows.transform(Rows.newestPer(KEY, FIRST)).collectAsList())
        .containsExactlyInAnyOrder(newest);
  }

  private static Row row(@Nullable Object key, @Nullable Object first, @Nullable Object second) {
    return RowFactory.create(second, "unread", key, first);
  }

  private static List<Row> last(Row... rows) {
    return lastOf(rows).collectAsList();
  }

  private static Dataset<Row> lastOf(Row... rows) {
    return given(rows).transform(lastPer(List.of(KEY), List.of(FIRST, SECOND)));
  }

  private static Dataset<Row> given(Row... rows) {
    return Given.rows(SCHEMA, rows);
  }
}
