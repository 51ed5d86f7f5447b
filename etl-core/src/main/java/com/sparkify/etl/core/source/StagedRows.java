package com.sparkify.etl.core.source;

import static com.sparkify.etl.core.table.Field.optional;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Function1;

/**
 * What all staged rows share: read = accepted + rejected, and a rejected row keeps the bytes and
 * the line of its record.
 */
public final class StagedRows {
  public static final Field REJECT_REASON =
      optional("reject_reason", StringType, "Why the record makes no row; null for a good one");

  private StagedRows() {}

  /** The rows that were not rejected. */
  public static Dataset<Row> accepted(Dataset<Row> staged) {
    return staged.where(REJECT_REASON.column().isNull());
  }

  /** The rows that were rejected. */
  public static Dataset<Row> rejected(Dataset<Row> staged) {
    return staged.where(REJECT_REASON.column().isNotNull());
  }

  static Table raw(String name, List<Field> fields) {
    return Table.of(name, Stream.concat(fields.stream(), Origin.READ.stream()).toList(), List.of());
  }

  static Table staged(String name, List<Field> fields) {
    List<Field> beside =
        List.of(
            Origin.SOURCE_FILE,
            Origin.SOURCE_LINE,
            REJECT_REASON,
            Origin.UNKNOWN_FIELDS,
            Origin.RAW);
    return Table.of(name, Stream.concat(fields.stream(), beside.stream()).toList(), List.of());
  }

  /**
   * Turns raw rows into the rows of {@code table}. A zero loses its sign: Spark takes -0.0 and 0.0
   * for equal wherever it picks a row, so chance would say which of the two stays.
   *
   * @param values the table's own fields, in order
   */
  static Function1<Dataset<Row>, Dataset<Row>> stagedAs(
      Table table, Column firstBroken, Column[] values) {
    Column rejected = col("_reason").isNotNull();
    Stream<Column> beside =
        Stream.of(
            Origin.SOURCE_FILE.column(),
            when(rejected, Origin.SOURCE_LINE.column()).otherwise(lit(null)),
            col("_reason"),
            Origin.UNKNOWN_FIELDS.column(),
            when(rejected, Origin.RAW.column()).otherwise(lit(null)));
    List<Column> all = Stream.concat(Stream.of(values), beside).toList();
    Column[] filled = new Column[all.size()];
    for (int i = 0; i < filled.length; i++) {
      Field field = table.fields().get(i);
      filled[i] =
          field.from(field.type().equals(DoubleType) ? unsignedZero(all.get(i)) : all.get(i));
    }
    return raw -> raw.withColumn("_reason", firstBroken).select(filled);
  }

  private static Column unsignedZero(Column number) {
    return number.plus(lit(0.0));
  }
}
