package com.sparkify.etl.core.source;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What happens to text of events that was encoded twice as UTF-8. */
public enum TextRepair {
  /** It is decoded. */
  DECODED,
  /** It stays as it was written. */
  AS_WRITTEN;

  /** {@code events}, which are staged rows, with {@link LogEvents#TEXT_REPAIRED} beside them. */
  public Dataset<Row> of(Dataset<Row> events) {
    return switch (this) {
      case DECODED -> LogEvents.withRepairedText(events);
      case AS_WRITTEN -> LogEvents.withTextAsWritten(events);
    };
  }
}
