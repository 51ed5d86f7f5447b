package com.sparkify.etl.core.source;

import static com.sparkify.etl.core.source.StagedRows.stagedAs;
import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Rows.lastPer;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The song catalogue, as it arrives: one JSON object a song, in the fields' order. */
public final class SongRecords {
  public static final Field NUM_SONGS =
      optional("num_songs", IntegerType, "Songs in the file; always 1");
  public static final Field ARTIST_ID = optional("artist_id", StringType, "Artist of the song");
  public static final Field ARTIST_LATITUDE =
      optional("artist_latitude", DoubleType, "Degrees north; null where unknown");
  public static final Field ARTIST_LONGITUDE =
      optional("artist_longitude", DoubleType, "Degrees east; null where unknown");
  public static final Field ARTIST_LOCATION =
      optional("artist_location", StringType, "Where the artist is from; may be blank or HTML");
  public static final Field ARTIST_NAME =
      optional("artist_name", StringType, "The artist as this song credits them");
  public static final Field SONG_ID = optional("song_id", StringType, "Song");
  public static final Field TITLE = optional("title", StringType, "Title, as written");
  public static final Field DURATION = optional("duration", DoubleType, "Seconds");
  public static final Field YEAR = optional("year", IntegerType, "Year of release; 0 if unknown");

  /** The fields of a record, in the order of the public files. */
  public static final List<Field> FIELDS =
      List.of(
          NUM_SONGS,
          ARTIST_ID,
          ARTIST_LATITUDE,
          ARTIST_LONGITUDE,
          ARTIST_LOCATION,
          ARTIST_NAME,
          SONG_ID,
          TITLE,
          DURATION,
          YEAR);

  /** One row per record that was read: its fields, where it was, and what the reader found. */
  public static final Table RAW = StagedRows.raw("song_data", FIELDS);

  /** One row per record that was read, good or rejected with its reason. */
  public static final Table STAGED = StagedRows.staged("songs", FIELDS);

  private static final List<Field> BEST_LAST =
      List.of(
          YEAR,
          TITLE,
          ARTIST_ID,
          ARTIST_NAME,
          DURATION,
          ARTIST_LOCATION,
          ARTIST_LATITUDE,
          ARTIST_LONGITUDE);

  private SongRecords() {}

  /**
   * The staged rows of {@code raw}: one for each, in which {@code reject_reason} is null or the
   * first rule that the record breaks.
   *
   * @param raw rows with the columns of {@link #RAW}
   */
  public static Dataset<Row> staged(Dataset<Row> raw) {
    RejectRules rules =
        new RejectRules()
            .requireWord(SONG_ID)
            .requireValue(TITLE)
            .requireWord(ARTIST_ID)
            .requireValue(ARTIST_NAME, DURATION)
            .forbidNegative(DURATION, YEAR);
    return raw.transform(stagedAs(STAGED, rules.firstBroken(), Table.columns(FIELDS)));
  }

  /**
   * The accepted records, one per song.
   *
   * <p>Of several records of a song the one that comes last by year, then by its other fields,
   * stands: a known year outdoes 0.
   */
  public static Dataset<Row> catalogue(Dataset<Row> staged) {
    return staged.transform(StagedRows::accepted).transform(lastPer(List.of(SONG_ID), BEST_LAST));
  }
}
