package com.sparkify.etl.io.source;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import java.util.Locale;

/** The two sources: what a record of theirs holds, and where in a file a record starts. */
enum SourceLayout {
  SONGS,
  EVENTS;

  /** Whether a line that starts with {@code lineStart} belongs to the record before it. */
  boolean continuesWith(byte lineStart) {
    return mayGoOn() && lineStart != '{';
  }

  /** Whether a record may go on after the end of a line. */
  boolean mayGoOn() {
    return this == SONGS;
  }

  Table raw() {
    return switch (this) {
      case SONGS -> SongRecords.RAW;
      case EVENTS -> LogEvents.RAW;
    };
  }

  List<Field> fields() {
    return switch (this) {
      case SONGS -> SongRecords.FIELDS;
      case EVENTS -> LogEvents.FIELDS;
    };
  }

  /** What people call the source. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The configuration key that holds the source's root. */
  String rootKey() {
    return "sparkify.source." + label() + ".path";
  }
}
