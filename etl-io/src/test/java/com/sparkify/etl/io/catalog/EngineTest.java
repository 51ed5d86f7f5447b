package com.sparkify.etl.io.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.table.Field;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final String TEXT = "it's a \"b\" c\\d `e`; null";

  @Test
  void writesATextSoThatTheEngineReadsItAsItIs() {
    assertThat(Engine.SPARK.text(TEXT)).isEqualTo("'it\\'s a \"b\" c\\\\d `e`; null'");
    assertThat(Engine.ATHENA.text(TEXT)).isEqualTo("'it\\'s a \"b\" c\\\\d `e`; null'");
    assertThat(Engine.POSTGRES.text(TEXT)).isEqualTo("'it''s a \"b\" c\\d `e`; null'");
    assertThat(Engine.REDSHIFT.text(TEXT)).isEqualTo("'it''s a \"b\" c\\\\d `e`; null'");
  }

  @Test
  void quotesANameWhateverIsInIt() {
    assertThat(Engine.SPARK.name("a`b")).isEqualTo("`a``b`");
    assertThat(Engine.POSTGRES.name("s", "a\"b")).isEqualTo("\"s\".\"a\"\"b\"");
  }

  @Test
  void refusesATypeThatItHasNoNameFor() {
    Field raw = Field.optional("raw", DataTypes.BinaryType, "Bytes");

    assertThatThrownBy(() -> Engine.POSTGRES.type(raw))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Field 'raw' has the type BINARY, for which PostgreSQL has no name here");
  }
}
