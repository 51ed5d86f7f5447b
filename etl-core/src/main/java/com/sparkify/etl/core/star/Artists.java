package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.column.Text.blankAsNull;
import static com.sparkify.etl.core.table.Field.optional;
import static com.sparkify.etl.core.table.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import com.sparkify.etl.core.source.SongRecords;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The {@code artists} dimension: one row per artist of the catalogue.
 *
 * <p>The name is the one on most of the artist's songs; ties go to the shortest, then to the first
 * in the alphabet (by code point). Location and coordinates come together from one song's record:
 * one with both coordinates if there is any, else one with a location; ties go to the smallest song
 * id. Blank text is null.
 */
public final class Artists {
  public static final Field ARTIST_ID = required("artist_id", StringType, "Artist");
  public static final Field NAME =
      optional("name", StringType, "Name on most of the artist's songs; null if all are blank");
  public static final Field LOCATION =
      optional("location", StringType, "Where the artist is from; null if unknown");
  public static final Field LATITUDE =
      optional("latitude", DoubleType, "Degrees north; null if unknown");
  public static final Field LONGITUDE =
      optional("longitude", DoubleType, "Degrees east; null if unknown");

  public static final Table TABLE =
      Table.of(
              "artists",
              List.of(ARTIST_ID, NAME, LOCATION, LATITUDE, LONGITUDE),
              List.of(ARTIST_ID))
          .whereOneRowIs("one artist of the catalogue");

  private Artists() {}

  /** The artists of {@code songRecords}, which are staged rows. */
  public static Dataset<Row> from(Dataset<Row> songRecords) {
    return songRecords
        .transform(SongRecords::catalogue)
        .transform(Artists::perArtistAndName)
        .transform(Artists::perArtist)
        .select(
            ARTIST_ID.from(SongRecords.ARTIST_ID.column()),
            NAME.from(col("_credit").getField("name")),
            LOCATION.from(col("_home").getField("location")),
            LATITUDE.from(col("_home").getField("latitude")),
            LONGITUDE.from(col("_home").getField("longitude")));
  }

  private static Dataset<Row> perArtistAndName(Dataset<Row> catalogue) {
    return catalogue
        .groupBy(
            SongRecords.ARTIST_ID.column(),
            blankAsNull(SongRecords.ARTIST_NAME.column()).as("_name"))
        .agg(count(lit(1)).as("_songs"), min(home()).as("_home"));
  }

  private static Dataset<Row> perArtist(Dataset<Row> named) {
    Column name = col("_name");
    Column bestFirst =
        struct(
            name.isNull().as("nameless"),
            col("_songs").multiply(lit(-1)).as("fewer"),
            length(name).as("length"),
            name.as("name"));
    return named
        .groupBy(SongRecords.ARTIST_ID.column())
        .agg(min(bestFirst).as("_credit"), min(col("_home")).as("_home"));
  }

  private static Column home() {
    Column latitude = SongRecords.ARTIST_LATITUDE.column();
    Column longitude = SongRecords.ARTIST_LONGITUDE.column();
    Column location = blankAsNull(SongRecords.ARTIST_LOCATION.column());
    return struct(
        latitude.isNull().or(longitude.isNull()).as("unplaced"),
        location.isNull().as("unnamed"),
        SongRecords.SONG_ID.column().as("song_id"),
        location.as("location"),
        latitude.as("latitude"),
        longitude.as("longitude"));
  }
}
