package com.sparkify.etl.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.Nullable;
import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.Spark;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class CheckTest {

  private static final Field ID = Field.required("id", DataTypes.LongType, "");
  private static final Field OWNER = Field.required("owner", DataTypes.StringType, "");
  private static final Field NAME = Field.optional("name", DataTypes.StringType, "").asPersonal();
  private static final Field SEEN = Field.required("seen", DataTypes.StringType, "").asPersonal();
  private static final Table THINGS =
      Table.of("things", List.of(ID, OWNER, NAME, SEEN), List.of(ID));
  private static final Table OWNERS = Table.of("owners", List.of(OWNER), List.of(OWNER));

  private static final Field FROM = Field.required("from", DataTypes.LongType, "");
  private static final Field TO = Field.optional("to", DataTypes.LongType, "");
  private static final Table PERIODS =
      Table.of("periods", List.of(OWNER, FROM, TO), List.of(OWNER, FROM));

  @Test
  void aKeyThatIsThereOncePasses() {
    Check check = Check.uniqueKey(THINGS, things(thing(1L, "a"), thing(2L, "a")));

    assertThat(check.promise()).isEqualTo("things: one row per id");
    assertThat(check.violations().collectAsList()).isEmpty();
  }

  @Test
  void aKeyThatIsThereTwiceFailsWithTheNumberOfItsRows() {
    Check check =
        Check.uniqueKey(
            THINGS, things(thing(1L, "a"), thing(1L, "b"), thing(1L, "b"), thing(2L, "a")));

    assertThat(check.violations().collectAsList()).containsExactly(RowFactory.create(1L, 3L));
  }

  @Test
  void aNullKeyIsOneKey() {
    assertThat(
            Check.uniqueKey(THINGS, things(thing(null, "a"), thing(null, "b")))
                .violations()
                .collectAsList())
        .containsExactly(RowFactory.create(null, 2L));
  }

  @Test
  void aKeyOfSeveralFieldsIsComparedWhole() {
    assertThat(
            Check.uniqueKey(
                    PERIODS, periods(period("a", 1, 2L), period("a", 2, 3L), period("b", 1, 2L)))
                .violations()
                .collectAsList())
        .isEmpty();
    assertThat(
            Check.uniqueKey(PERIODS, periods(period("a", 1, 2L), period("a", 1, 3L)))
                .violations()
                .collectAsList())
        .containsExactly(RowFactory.create("a", 1L, 2L));
  }

  @Test
  void requiredFieldsThatAreThereWithOptionalOnesMissingPass() {
    Check check = Check.requiredFields(THINGS, things(RowFactory.create(1L, "a", null, "s")));

    assertThat(check.promise()).isEqualTo("things: id, owner, seen are never null");
    assertThat(check.violations().collectAsList()).isEmpty();
  }

  @Test
  void aMissingRequiredFieldFailsWithTheRowWithoutPersonalFields() {
    Dataset<Row> violations =
        Check.requiredFields(
                THINGS,
                things(
                    RowFactory.create(1L, null, "n", "s"),
                    RowFactory.create(2L, "b", "n", null),
                    RowFactory.create(3L, "c", "n", "s")))
            .violations();

    assertThat(violations.columns()).containsExactly("id", "owner");
    assertThat(violations.collectAsList())
        .containsExactly(RowFactory.create(1L, null), RowFactory.create(2L, "b"));
  }

  @Test
  void referencesThatPointAtARowOrAtNothingPass() {
    Check check =
        Check.references(
            new Reference(THINGS, OWNER, OWNERS),
            things(thing(1L, "a"), thing(2L, null)),
            owners("a"));

    assertThat(check.promise()).isEqualTo("things: owner is a row of owners");
    assertThat(check.violations().collectAsList()).isEmpty();
  }

  @Test
  void aReferenceToNoRowFailsWithTheKeyAndTheReference() {
    Dataset<Row> violations =
        Check.references(
                new Reference(THINGS, OWNER, OWNERS),
                things(thing(1L, "a"), thing(2L, "x"), thing(3L, "x")),
                owners("a", "b"))
            .violations();

    assertThat(violations.columns()).containsExactly("id", "owner");
    assertThat(violations.collectAsList())
        .containsExactly(RowFactory.create(2L, "x"), RowFactory.create(3L, "x"));
  }

  @Test
  void everyReferenceFailsWhereThereAreNoRows() {
    assertThat(
            Check.references(new Reference(THINGS, OWNER, OWNERS), things(thing(1L, "a")), owners())
                .violations()
                .collectAsList())
        .hasSize(1);
  }

  @Test
  void aReferenceBetweenTablesOfOneLineageIsStillCompared() {
    Dataset<Row> things = things(thing(1L, "a"), thing(2L, "b"));

    assertThat(
            Check.references(
                    new Reference(THINGS, OWNER, OWNERS),
                    things,
                    things.where("id = 1").select("owner"))
                .violations()
                .collectAsList())
        .containsExactly(RowFactory.create(2L, "b"));
  }

  @Test
  void aPersonalReferenceIsNotShown() {
    Table seenThings = Table.of("seen", List.of(SEEN), List.of(SEEN));

    Dataset<Row> violations =
        Check.references(
                new Reference(THINGS, SEEN, seenThings),
                things(thing(1L, "a")),
                Given.rows(seenThings.schema()))
            .violations();

    assertThat(violations.columns()).containsExactly("id");
    assertThat(violations.collectAsList()).containsExactly(RowFactory.create(1L));
  }

  @Test
  void aPersonalKeyIsNotShown() {
    Table bySeen = Table.of("things", THINGS.fields(), List.of(ID, SEEN));

    Dataset<Row> violations =
        Check.uniqueKey(bySeen, things(thing(1L, "a"), thing(1L, "a"))).violations();

    assertThat(violations.columns()).containsExactly("id", "rows");
    assertThat(violations.collectAsList()).containsExactly(RowFactory.create(1L, 2L));
  }

  @Test
  void periodsThatFollowOnEachOtherPass() {
    Check check =
        unbroken(
            period("a", 5, null), period("a", 1, 3L), period("a", 3, 5L), period("b", 2, null));

    assertThat(check.promise())
        .isEqualTo("periods: the periods of a owner neither overlap nor leave a gap");
    assertThat(check.violations().collectAsList()).isEmpty();
  }

  @Test
  void aGapFailsWithThePeriodBeforeIt() {
    assertThat(unbroken(period("a", 1, 3L), period("a", 4, null)).violations().collectAsList())
        .containsExactly(RowFactory.create("a", 1L, 3L, 4L));
  }

  @Test
  void anOverlapFails() {
    assertThat(unbroken(period("a", 1, 5L), period("a", 4, null)).violations().collectAsList())
        .containsExactly(RowFactory.create("a", 1L, 5L, 4L));
  }

  @Test
  void onlyTheLastPeriodHasNoEnd() {
    assertThat(unbroken(period("a", 1, null), period("a", 4, null)).violations().collectAsList())
        .containsExactly(RowFactory.create("a", 1L, null, 4L));
    assertThat(unbroken(period("a", 1, 4L)).violations().collectAsList())
        .containsExactly(RowFactory.create("a", 1L, 4L, null));
  }

  @Test
  void aPeriodWithoutLengthFails() {
    assertThat(unbroken(period("a", 1, 1L), period("a", 1, null)).violations().collectAsList())
        .isNotEmpty();
  }

  @Test
  void asManyRowsAsTheSourcePass() {
    Check check = Check.sameCount(THINGS, things(thing(1L, "a")), "deliveries", number(1));

    assertThat(check.promise()).isEqualTo("things: as many rows as deliveries");
    assertThat(check.violations().collectAsList()).isEmpty();
    assertThat(
            Check.sameCount(THINGS, things(), "deliveries", number(0)).violations().collectAsList())
        .isEmpty();
  }

  @Test
  void moreOrFewerRowsThanTheSourceFailWithBothNumbers() {
    Dataset<Row> violations =
        Check.sameCount(THINGS, things(thing(1L, "a")), "deliveries", number(2)).violations();

    assertThat(violations.columns()).containsExactly("things", "deliveries");
    assertThat(violations.collectAsList()).containsExactly(RowFactory.create(1L, 2L));
    assertThat(
            Check.sameCount(THINGS, things(), "deliveries", number(1)).violations().collectAsList())
        .containsExactly(RowFactory.create(0L, 1L));
  }

  private static Dataset<Row> number(long rows) {
    return Spark.session().range(rows, rows + 1).toDF();
  }

  private static Check unbroken(Row... periods) {
    return Check.unbrokenPeriods(PERIODS, OWNER, FROM, TO, periods(periods));
  }

  private static Row period(String owner, long from, @Nullable Long to) {
    return RowFactory.create(owner, from, to);
  }

  private static Row thing(@Nullable Long id, @Nullable String owner) {
    return RowFactory.create(id, owner, "name", "seen");
  }

  private static Dataset<Row> things(Row... rows) {
    return Given.rows(nullable(THINGS), rows);
  }

  private static Dataset<Row> periods(Row... rows) {
    return Given.rows(nullable(PERIODS), rows);
  }

  private static Dataset<Row> owners(String... owners) {
    return Given.rows(
        nullable(OWNERS), Stream.of(owners).map(RowFactory::create).toArray(Row[]::new));
  }

  private static StructType nullable(Table table) {
    return new StructType(
        table.fields().stream()
            .map(field -> new StructField(field.name(), field.type(), true, Metadata.empty()))
            .toArray(StructField[]::new));
  }
}
