package com.sparkify.etl.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.Nullable;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final Field ID = Field.required("id", DataTypes.LongType, "");
  private static final Field MONTH = Field.required("month", DataTypes.IntegerType, "");
  private static final Field NOTE = Field.optional("note", DataTypes.StringType, "");
  private static final Table THINGS =
      Table.of("things", List.of(ID, MONTH, NOTE), List.of(ID, MONTH));
  private static final Table MONTHS = Table.of("months", List.of(MONTH), List.of(MONTH));
  private static final Table ONCE = Table.of("once", List.of(ID, MONTH, NOTE), List.of(ID));

  @Test
  void countsRowsRepeatedKeysAndIncompleteRows() {
    Dataset<Row> rows =
        things(
            thing(1L, 10, "a"),
            thing(1L, 10, null),
            thing(2L, 10, null),
            thing(null, 11, "b"),
            thing(null, 11, "c"),
            thing(null, null, "d"));

    assertThat(Profile.of(THINGS, rows, List.of(), Map.of(), Map.of()).collectAsList())
        .containsExactly(RowFactory.create(6L, 2L, 3L));
  }

  @Test
  void countsWhatTheChecksFind() {
    Dataset<Row> rows =
        things(thing(1L, 10, "a"), thing(1L, 11, "a"), thing(2L, null, "a"), thing(3L, 11, null));

    Row profile = Profile.of(ONCE, rows, List.of(), Map.of(), Map.of()).first();

    assertThat(profile.<Long>getAs(Profile.ROWS)).isEqualTo(rows.count());
    assertThat(profile.<Long>getAs(Profile.REPEATED_KEYS))
        .isEqualTo(Check.uniqueKey(ONCE, rows).violations().count())
        .isEqualTo(1);
    assertThat(profile.<Long>getAs(Profile.INCOMPLETE_ROWS))
        .isEqualTo(Check.requiredFields(ONCE, rows).violations().count())
        .isEqualTo(1);
  }

  @Test
  void countsApartByFieldsAndSumsUpWhatItIsGiven() {
    Dataset<Row> rows =
        things(thing(1L, 10, "x"), thing(2L, 10, null), thing(3L, 10, "y"), thing(3L, 11, "x"));
    Map<String, Column> sums =
        Map.of(
            "x", Profile.oneIf(NOTE.column().equalTo("x")),
            "without", Profile.oneIf(NOTE.column().isNull()));

    assertThat(
            Profile.of(THINGS, rows, List.of(MONTH), sums, Map.of())
                .select("month", Profile.ROWS, "x", "without")
                .collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create(10, 3L, 1L, 1L), RowFactory.create(11, 1L, 1L, 0L));
  }

  @Test
  void aKeyThatIsRepeatedInAnotherMonthIsFoundAllTheSame() {
    Dataset<Row> rows = things(thing(1L, 11, "x"), thing(1L, 10, "x"), thing(2L, 11, "x"));

    assertThat(Profile.of(ONCE, rows, List.of(MONTH), Map.of(), Map.of()).collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create(10, 2L, 1L, 0L), RowFactory.create(11, 1L, 0L, 0L));
  }

  @Test
  void countsTheRowsThatPointAtNothing() {
    Reference reference = new Reference(THINGS, MONTH, MONTHS);
    Dataset<Row> rows =
        things(thing(1L, 10, "x"), thing(2L, 11, "x"), thing(3L, 11, null), thing(4L, null, "x"));
    Dataset<Row> target = rows.where("month = 10").select(MONTH.column());

    assertThat(
            Profile.of(THINGS, rows, List.of(), Map.of(), Map.of(reference, target))
                .select(Profile.ROWS, Profile.danglingRows(reference))
                .collectAsList())
        .containsExactly(RowFactory.create(4L, 2L));
    assertThat(Check.references(reference, rows, target).violations().collectAsList()).hasSize(2);
  }

  @Test
  void noRowsHaveNoCounts() {
    assertThat(Profile.of(THINGS, things(), List.of(), Map.of(), Map.of()).collectAsList())
        .containsExactly(RowFactory.create(null, null, null));
    assertThat(Profile.of(THINGS, things(), List.of(MONTH), Map.of(), Map.of()).collectAsList())
        .isEmpty();
  }

  private static Row thing(@Nullable Long id, @Nullable Integer month, @Nullable String note) {
    return RowFactory.create(id, month, note);
  }

  private static Dataset<Row> things(Row... rows) {
    return Given.rows(
        new StructType(
            Stream.of(ID, MONTH, NOTE)
                .map(field -> new StructField(field.name(), field.type(), true, Metadata.empty()))
                .toArray(StructField[]::new)),
        rows);
  }
}
