package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.core.source.RejectRules;
import com.sparkify.etl.core.table.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The fields of the current row: takes their values as JSON has them, and knows which are of a bad
 * type.
 *
 * <p>Of several values of a field the last stands, and it alone can be of a bad type.
 */
final class FieldValues {
  private static final byte[] NO_PROBLEM = new byte[0];

  private enum Type {
    TEXT,
    INT,
    LONG,
    DOUBLE
  }

  private enum Found {
    NOTHING,
    VALUE,
    BAD_TYPE
  }

  private static final Map<DataType, Type> TYPES =
      Map.of(
          DataTypes.StringType, Type.TEXT,
          DataTypes.IntegerType, Type.INT,
          DataTypes.LongType, Type.LONG,
          DataTypes.DoubleType, Type.DOUBLE);

  private final RawRows rows;
  private final Type[] types;
  private final byte[][] badType;
  private final Found[] found;
  private final JsonNumber number = new JsonNumber();

  FieldValues(List<Field> fields, RawRows rows) {
    this.rows = rows;
    types = fields.stream().map(field -> TYPES.get(field.type())).toArray(Type[]::new);
    badType =
        fields.stream()
            .map(field -> RejectRules.badType(field).getBytes(UTF_8))
            .toArray(byte[][]::new);
    found = new Found[types.length];
    clear();
  }

  /** Forgets all values. */
  void clear() {
    Arrays.fill(found, Found.NOTHING);
  }

  boolean isText(int field) {
    return types[field] == Type.TEXT;
  }

  void putNothing(int field) {
    found[field] = Found.NOTHING;
  }

  void putBadType(int field) {
    found[field] = Found.BAD_TYPE;
  }

  /** Takes a text, which no field but one of text may hold. */
  void putText(int field, byte[] utf8, int from, int length) {
    if (isText(field)) {
      rows.putText(field, utf8, from, length);
      found[field] = Found.VALUE;
    } else {
      putBadType(field);
    }
  }

  /** Takes a number as JSON writes it, for a field that is none of text. */
  void putNumber(int field, char[] chars, int from, int length) {
    number.read(chars, from, length);
    found[field] = types[field] == Type.DOUBLE ? putDouble(field) : putWhole(field);
  }

  /** Ends a row without a problem but those of its values. */
  void complete(Set<String> unknown) {
    byte[] problem = NO_PROBLEM;
    for (int field = 0; field < found.length; field++) {
      if (found[field] != Found.VALUE) {
        rows.putNull(field);
      }
      if (found[field] == Found.BAD_TYPE && problem.length == 0) {
        problem = badType[field];
      }
    }
    rows.putProblem(problem);
    rows.putUnknownFields(unknown);
  }

  /** Ends a row whose record could not be read. */
  void completeWith(byte[] problem) {
    for (int field = 0; field < found.length; field++) {
      rows.putNull(field);
    }
    rows.putProblem(problem);
    rows.putUnknownFields(Set.of());
  }

  private Found putDouble(int field) {
    double value = number.doubleValue();
    rows.putDouble(field, value);
    return Double.isFinite(value) ? Found.VALUE : Found.BAD_TYPE;
  }

  private Found putWhole(int field) {
    if (!number.isLong()) {
      return Found.BAD_TYPE;
    }
    long value = number.longValue();
    if (types[field] == Type.LONG) {
      rows.putLong(field, value);
      return Found.VALUE;
    }
    rows.putInt(field, (int) value);
    return value == (int) value ? Found.VALUE : Found.BAD_TYPE;
  }
}
