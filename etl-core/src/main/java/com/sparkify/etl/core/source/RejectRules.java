package com.sparkify.etl.core.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.sparkify.etl.core.column.Text;
import com.sparkify.etl.core.table.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * The closed list of reasons for which a record is rejected, and the rules that give them.
 *
 * <p>A record that breaks several rules is rejected for the first: what the reader found, then the
 * rules in the order in which they were added.
 */
public final class RejectRules {
  /** The record is not JSON, or more than one value, or text that is not Unicode. */
  public static final String MALFORMED_JSON = "malformed-json";

  /** The record is JSON, but not an object. */
  public static final String NOT_AN_OBJECT = "not-an-object";

  /** The compressed file is damaged here: this record is cut off, and what came after is lost. */
  public static final String CORRUPT_ARCHIVE = "corrupt-archive";

  /** A play that nobody who is signed in can have started. */
  public static final String PLAY_WITHOUT_USER = "play-without-user";

  private final List<Column> reasons = new ArrayList<>();

  RejectRules() {
    reasons.add(Origin.READ_PROBLEM.column());
  }

  /** The reason for a value of another type than {@code field}'s, or out of its type's range. */
  public static String badType(Field field) {
    return "bad-type-" + field.name();
  }

  static String missing(Field field) {
    return "missing-" + field.name();
  }

  static String negative(Field field) {
    return "negative-" + field.name();
  }

  RejectRules rejectWhen(Column broken, String reason) {
    reasons.add(when(broken, lit(reason)));
    return this;
  }

  RejectRules requireValue(Field... fields) {
    for (Field field : fields) {
      rejectWhen(field.column().isNull(), missing(field));
    }
    return this;
  }

  /** For text that names something: blank names nothing. */
  RejectRules requireWord(Field... fields) {
    for (Field field : fields) {
      rejectWhen(field.column().isNull().or(Text.isBlank(field.column())), missing(field));
    }
    return this;
  }

  RejectRules forbidNegative(Field... fields) {
    for (Field field : fields) {
      rejectWhen(field.column().lt(lit(0)), negative(field));
    }
    return this;
  }

  /** The first reason to reject a row; null for a good one. */
  Column firstBroken() {
    return coalesce(reasons.toArray(Column[]::new));
  }
}
