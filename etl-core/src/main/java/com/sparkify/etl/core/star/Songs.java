package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The {@code songs} dimension: one row per song of the catalogue. */
public final class Songs {
  public static final Field SONG_ID = required("song_id", StringType, "Song");
  public static final Field TITLE = required("title", StringType, "Title, as written");
  public static final Field ARTIST_ID = required("artist_id", StringType, "Artist of the song");
  public static final Field YEAR = required("year", IntegerType, "Year of release; 0 if unknown");
  public static final Field DURATION = required("duration", DoubleType, "Seconds");

  public static final Table TABLE =
      Table.of("songs", List.of(SONG_ID, TITLE, ARTIST_ID, YEAR, DURATION), List.of(SONG_ID))
          .whereOneRowIs("one song of the catalogue")
          .partitionedBy(YEAR)
          .orderedBy(ARTIST_ID, SONG_ID);

  private Songs() {}

  /**
   * The songs of {@code songRecords}, which are staged rows; a year that no record gives is 0.
   *
   * <p>Of several records of one song {@link SongRecords#catalogue} picks the one that stands.
   */
  public static Dataset<Row> from(Dataset<Row> songRecords) {
    return songRecords
        .transform(SongRecords::catalogue)
        .select(
            SONG_ID.from(SongRecords.SONG_ID.column()),
            TITLE.from(SongRecords.TITLE.column()),
            ARTIST_ID.from(SongRecords.ARTIST_ID.column()),
            YEAR.from(coalesce(SongRecords.YEAR.column(), lit(0))),
            DURATION.from(SongRecords.DURATION.column()));
  }
}
