package com.sparkify.etl.io.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Rows in the text format of PostgreSQL's COPY: a line each, values between tabs, {@code \N} for
 * null, what would end a value or a line escaped. Timestamps name their zone. The character U+0000,
 * which PostgreSQL's text cannot hold, is left out.
 */
final class CopyText {
  private static final String NULL = "\\N";
  private static final String MICROSECONDS_AND_ZONE = "yyyy-MM-dd HH:mm:ss.SSSSSSXXX";

  private CopyText() {}

  /** A line for each of {@code rows}, which are those of {@code table}, without its end. */
  static Dataset<String> lines(Table table, Dataset<Row> rows) {
    Column[] values =
        table.fields().stream()
            .map(field -> coalesce(text(field), lit(NULL)))
            .toArray(Column[]::new);
    return rows.select(concat_ws("\t", values)).as(Encoders.STRING());
  }

  private static Column text(Field field) {
    if (field.type().equals(TimestampType)) {
      return date_format(field.column(), MICROSECONDS_AND_ZONE);
    }
    Column text = field.column().cast(StringType);
    return field.type().equals(StringType) ? escaped(text) : text;
  }

  private static Column escaped(Column text) {
    Column backslashes = regexp_replace(translate(text, "\u0000", ""), "([\\\\])", "\\\\$1");
    Column tabs = regexp_replace(backslashes, "\t", "\\\\t");
    return regexp_replace(regexp_replace(tabs, "\n", "\\\\n"), "\r", "\\\\r");
  }
}
