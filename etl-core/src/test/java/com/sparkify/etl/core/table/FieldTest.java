package com.sparkify.etl.core.table;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Given;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

class FieldTest {

  private static final Field VALUE = Field.required("value", DataTypes.LongType, "A number");

  @Test
  void readsAColumnOfItsName() {
    assertThat(Given.values(DataTypes.LongType, List.of(7L)).select(VALUE.column()).collectAsList())
        .containsExactly(RowFactory.create(7L));
  }

  @Test
  void castsAndNamesWhatFillsIt() {
    Dataset<Row> filled =
        Given.values(DataTypes.StringType, List.of("x")).select(VALUE.from(lit("7")));

    assertThat(filled.columns()).containsExactly("value");
    assertThat(filled.collectAsList()).containsExactly(RowFactory.create(7L));
  }

  @Test
  void aRequiredFieldIsNotNullableAndCarriesItsMeaning() {
    StructField field = VALUE.structField();

    assertThat(field.nullable()).isFalse();
    assertThat(field.getComment().get()).isEqualTo("A number");
    assertThat(Field.optional("o", DataTypes.LongType, "").structField().nullable()).isTrue();
  }

  @Test
  void isPersonalOnlyIfMarked() {
    Field marked = VALUE.asPersonal();

    assertThat(VALUE.personal()).isFalse();
    assertThat(marked.personal()).isTrue();
    assertThat(marked.required()).isTrue();
    assertThat(marked.name()).isEqualTo("value");
    assertThat(marked.type()).isEqualTo(DataTypes.LongType);
    assertThat(marked.doc()).isEqualTo("A number");
  }
}
