package com.sparkify.etl.core.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final Field OWNER = Field.required("owner", LongType, "Who has it");
  private static final Field FROM = Field.required("from", LongType, "Since when");
  private static final Table OWNERS = Table.of("owners", List.of(OWNER), List.of(OWNER));
  private static final Table THINGS = Table.of("things", List.of(OWNER), List.of(OWNER));
  private static final Table PERIODS =
      Table.of("periods", List.of(OWNER, FROM), List.of(OWNER, FROM));

  @Test
  void pointsAtTheKeyOfItsTarget() {
    assertThat(new Reference(THINGS, OWNER, OWNERS).targetField()).isEqualTo(OWNER);
  }

  @Test
  void aKeyOfSeveralFieldsIsNotPointedAt() {
    assertThatThrownBy(() -> new Reference(THINGS, OWNER, PERIODS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Table 'periods' is named by owner, from; a reference needs a key of one field");
  }

  @Test
  void aFieldOfAnotherTableDoesNotPoint() {
    assertThatThrownBy(() -> new Reference(THINGS, FROM, OWNERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Table 'things' has no field 'from'; its fields are [owner]");
  }
}
