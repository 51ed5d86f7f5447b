package com.sparkify.etl.io.catalog;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.Locale;

/**
 * Tables of a warehouse that take the source files as they come, column by column.
 *
 * <p>Names are in lower case, to which Redshift folds them anyway. {@code registration} is a number
 * with a fraction, as the files write it.
 */
public final class StagingTables {
  /** One row per song record. */
  public static final Table SONGS =
      of("staging_songs", "one record of the song files", SongRecords.FIELDS);

  /** One row per event of any kind. */
  public static final Table EVENTS =
      of("staging_events", "one event of the log files, of any kind", LogEvents.FIELDS);

  /** Both. */
  public static final List<Table> ALL = List.of(SONGS, EVENTS);

  private StagingTables() {}

  private static Table of(String name, String row, List<Field> fields) {
    return Table.of(name, fields.stream().map(StagingTables::staged).toList(), List.of())
        .whereOneRowIs(row);
  }

  private static Field staged(Field field) {
    return new Field(
        field.name().toLowerCase(Locale.ROOT),
        field.equals(LogEvents.REGISTRATION) ? DoubleType : field.type(),
        false,
        field.personal(),
        field.doc());
  }
}
