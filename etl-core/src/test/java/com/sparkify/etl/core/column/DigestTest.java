package com.sparkify.etl.core.column;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Given;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static final StructType PAIR =
      new StructType().add("a", DataTypes.LongType).add("b", DataTypes.IntegerType);

  @Test
  void isTheMd5OfTheNumbersWithBarsBetween() {
    assertThat(digests(RowFactory.create(1541106106796L, -4)))
        .containsExactly("f03a1608d3f2ed30eea151be3ebc1b69");
    assertThat(digests(RowFactory.create(null, 0)))
        .containsExactly("62cbc9e0d088682757bb66123c49f5fc");
  }

  @Test
  void has32HexDigits() {
    assertThat(digests(RowFactory.create(1L, 2), RowFactory.create(null, null)))
        .allMatch(digest -> digest.matches("[0-9a-f]{32}"));
  }

  @Test
  void tellsNullsApart() {
    assertThat(
            digests(
                RowFactory.create(1L, null),
                RowFactory.create(null, 1),
                RowFactory.create(null, null),
                RowFactory.create(1L, 1),
                RowFactory.create(0L, 1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsApartWhereOneNumberEndsAndTheNextBegins() {
    assertThat(digests(RowFactory.create(1L, 23), RowFactory.create(12L, 3)))
        .doesNotHaveDuplicates();
  }

  private static List<String> digests(Row... pairs) {
    return Given.rows(PAIR, pairs)
        .select(Digest.ofNumbers(col("a"), col("b")))
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
