package com.sparkify.etl.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final Field ID = Field.required("id", DataTypes.LongType, "Name of the row");
  private static final Field YEAR = Field.optional("year", DataTypes.IntegerType, "Year");
  private static final Field STRAY = Field.optional("stray", DataTypes.IntegerType, "No field");
  private static final Table TABLE = Table.of("things", List.of(ID, YEAR), List.of(ID));

  @Test
  void liesInOneFolderOrderedByItsKey() {
    assertThat(TABLE.partitionedBy()).isEmpty();
    assertThat(TABLE.orderedBy()).containsExactly(ID);
  }

  @Test
  void keepsItsOrderWhenPartitionedAndItsPartitionsWhenOrdered() {
    assertThat(TABLE.partitionedBy(YEAR).orderedBy(YEAR, ID))
        .isEqualTo(TABLE.orderedBy(YEAR, ID).partitionedBy(YEAR))
        .isEqualTo(
            new Table(
                "things", "", List.of(ID, YEAR), List.of(ID), List.of(YEAR), List.of(YEAR, ID)));
  }

  @Test
  void itsSchemaHasTheFieldsInOrder() {
    StructType schema = TABLE.schema();

    assertThat(schema.fieldNames()).containsExactly("id", "year");
    assertThat(schema.fields()[0].nullable()).isFalse();
    assertThat(schema.fields()[1].nullable()).isTrue();
    assertThat(TABLE.columns()).hasSize(2);
  }

  @Test
  void itsFilesHoldWhatItsFoldersDoNot() {
    assertThat(TABLE.fieldsInFiles()).containsExactly(ID, YEAR);
    assertThat(TABLE.partitionedBy(YEAR).fieldsInFiles()).containsExactly(ID);
  }

  @Test
  void keepsItsLayoutWhenItSaysWhatARowIs() {
    assertThat(TABLE.partitionedBy(YEAR).whereOneRowIs("a thing"))
        .isEqualTo(TABLE.whereOneRowIs("a thing").partitionedBy(YEAR))
        .extracting(Table::row)
        .isEqualTo("a thing");
  }

  @Test
  void refusesAFieldThatItDoesNotHave() {
    assertThatThrownBy(() -> TABLE.partitionedBy(STRAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Table 'things' has no field 'stray'; its fields are [id, year]");
    assertThatThrownBy(() -> TABLE.orderedBy(STRAY)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Table.of("things", List.of(ID), List.of(STRAY)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTwoFieldsOfOneName() {
    Field sameName = Field.optional("ID", DataTypes.StringType, "Spark reads names in any case");

    assertThatThrownBy(() -> Table.of("things", List.of(ID, sameName), List.of(ID)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Table 'things' has more than one field 'id'");
  }

  @Test
  void doesNotChangeWithTheListItWasMadeOf() {
    List<Field> fields = new ArrayList<>(List.of(ID));
    Table table = Table.of("things", fields, List.of(ID));

    fields.add(YEAR);

    assertThat(table.fields()).containsExactly(ID);
  }
}
