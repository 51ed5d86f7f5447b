package com.sparkify.etl.core.source;

import static com.sparkify.etl.core.table.Field.optional;
import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.sparkify.etl.core.table.Field;
import java.util.List;

/**
 * What stands beside the fields of a record: where it was read, and what the reader found.
 *
 * <p>All of it is null in rows that another reader made, such as Spark's own of JSON with the
 * schema of {@link SongRecords#RAW}.
 */
public final class Origin {
  public static final Field SOURCE_FILE =
      optional("source_file", StringType, "The file that holds the record, as a full URI");
  public static final Field SOURCE_LINE =
      optional("source_line", LongType, "The line of the file on which the record starts, from 1");
  public static final Field READ_PROBLEM =
      optional("read_problem", StringType, "Why the record could not be read; null if it could");
  public static final Field UNKNOWN_FIELDS =
      optional(
          "unknown_fields",
          StringType,
          "Names of fields that the schema does not know, one a line; null if there are none");
  public static final Field RAW = optional("raw", BinaryType, "The bytes of the record, as read");

  static final List<Field> READ =
      List.of(SOURCE_FILE, SOURCE_LINE, READ_PROBLEM, UNKNOWN_FIELDS, RAW);

  private Origin() {}
}
