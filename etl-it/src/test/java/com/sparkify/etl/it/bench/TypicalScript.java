package com.sparkify.etl.it.bench;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.weekofyear;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * The six tables as the usual Spark script makes them: nested globs, inferred schemas, songs
 * partitioned by year and artist, every table computed from the source and overwritten one after
 * the other, the song files read once more for songplays, and no setting but the master and the
 * time zone. It was written for the comparison, and has the rules of the tables as far as good
 * records show them: a damaged line it would take for an event.
 */
public final class TypicalScript {
  private final SparkSession spark;
  private final String songFiles;
  private final String logFiles;
  private final String lake;

  private TypicalScript(SparkSession spark, String songs, String events, String lake) {
    this.spark = spark;
    this.songFiles = songs + "/*/*/*/*.json";
    this.logFiles = events + "/*/*/*.json";
    this.lake = lake;
  }

  /**
   * Writes the tables.
   *
   * @param args the roots of the song files and of the log files, and the folder that gets the
   *     tables
   */
  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .appName("Sparkify")
            .master("local[*]")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    TypicalScript script = new TypicalScript(spark, args[0], args[1], args[2]);
    script.processSongs();
    script.processLogs();
    spark.stop();
  }

  private void processSongs() {
    Dataset<Row> songs = spark.read().json(songFiles).dropDuplicates("song_id");
    songs
        .select(
            col("song_id"),
            col("title"),
            col("artist_id"),
            coalesce(col("year"), lit(0)).cast("int").as("year"),
            col("duration").cast("double").as("duration"))
        .write()
        .mode("overwrite")
        .partitionBy("year", "artist_id")
        .parquet(lake + "/songs");
    names(songs)
        .join(places(songs), "artist_id")
        .select("artist_id", "name", "location", "latitude", "longitude")
        .write()
        .mode("overwrite")
        .parquet(lake + "/artists");
  }

  private static Dataset<Row> names(Dataset<Row> songs) {
    return songs
        .groupBy(col("artist_id"), filled("artist_name").as("name"))
        .agg(count("*").as("songs"))
        .transform(
            first(
                Window.partitionBy("artist_id")
                    .orderBy(
                        col("name").isNull(),
                        col("songs").desc(),
                        length(col("name")),
                        col("name"))));
  }

  private static Dataset<Row> places(Dataset<Row> songs) {
    return songs
        .select(
            col("artist_id"),
            col("song_id"),
            filled("artist_location").as("location"),
            col("artist_latitude").cast("double").as("latitude"),
            col("artist_longitude").cast("double").as("longitude"))
        .transform(
            first(
                Window.partitionBy("artist_id")
                    .orderBy(
                        col("latitude").isNull().or(col("longitude").isNull()),
                        col("location").isNull(),
                        col("song_id"))));
  }

  private void processLogs() {
    Column repaired =
        udf((UDF1<String, String>) RepairedText::of, DataTypes.StringType).apply(col("song"));
    Dataset<Row> events = spark.read().json(logFiles).withColumn("song", repaired);
    for (String name : new String[] {"artist", "firstName", "lastName", "location"}) {
      events =
          events.withColumn(
              name,
              udf((UDF1<String, String>) RepairedText::of, DataTypes.StringType).apply(col(name)));
    }
    events =
        events
            .withColumn(
                "user_id", when(trim(col("userId")).notEqual(""), col("userId")).cast("long"))
            .withColumn("start_time", timestamp_millis(col("ts")));
    writeUsers(events);
    writeLevels(events);
    Dataset<Row> plays =
        events
            .where(col("page").equalTo("NextSong"))
            .dropDuplicates("sessionId", "itemInSession", "user_id", "ts");
    writeTime(plays);
    writeSongplays(plays);
  }

  private void writeUsers(Dataset<Row> events) {
    events
        .where(col("user_id").isNotNull())
        .transform(
            first(
                Window.partitionBy("user_id")
                    .orderBy(
                        col("ts").desc(), col("sessionId").desc(), col("itemInSession").desc())))
        .select(
            col("user_id"),
            filled("firstName").as("first_name"),
            filled("lastName").as("last_name"),
            filled("gender").as("gender"),
            col("level"),
            timestamp_millis(col("registration").cast("long")).as("registered_at"))
        .write()
        .mode("overwrite")
        .parquet(lake + "/users");
  }

  private void writeLevels(Dataset<Row> events) {
    WindowSpec byTime = Window.partitionBy("user_id").orderBy("ts");
    events
        .where(col("user_id").isNotNull())
        .transform(
            first(
                Window.partitionBy("user_id", "ts")
                    .orderBy(col("sessionId").desc(), col("itemInSession").desc())))
        .withColumn("previous", lag("level", 1).over(byTime))
        .where(col("previous").isNull().or(col("previous").notEqual(col("level"))))
        .withColumn("valid_to", lead("start_time", 1).over(byTime))
        .select(
            col("user_id"),
            col("level"),
            col("start_time").as("valid_from"),
            col("valid_to"),
            col("valid_to").isNull().as("is_current"))
        .write()
        .mode("overwrite")
        .parquet(lake + "/user_levels");
  }

  private void writeTime(Dataset<Row> plays) {
    Column time = col("start_time");
    plays
        .select("start_time")
        .distinct()
        .select(
            time,
            hour(time).as("hour"),
            dayofmonth(time).as("day"),
            weekofyear(time).as("week"),
            month(time).as("month"),
            year(time).as("year"),
            weekday(time).plus(1).as("weekday"))
        .write()
        .mode("overwrite")
        .partitionBy("year", "month")
        .parquet(lake + "/time");
  }

  private void writeSongplays(Dataset<Row> plays) {
    Dataset<Row> songs =
        spark
            .read()
            .json(songFiles)
            .dropDuplicates("song_id")
            .select("song_id", "artist_id", "title", "artist_name", "duration");
    Column title = trim(col("song")).equalTo(trim(col("title")));
    Column artist = trim(col("artist")).equalTo(trim(col("artist_name")));
    plays
        .join(songs, title.and(artist), "left")
        .transform(
            first(
                Window.partitionBy("sessionId", "itemInSession", "user_id", "ts")
                    .orderBy(abs(col("duration").minus(col("length"))), col("song_id"))))
        .select(
            md5(concat_ws("|", col("sessionId"), col("itemInSession"), col("user_id"), col("ts")))
                .as("songplay_id"),
            col("start_time"),
            col("user_id"),
            col("level"),
            col("song_id"),
            col("artist_id"),
            col("sessionId").as("session_id"),
            filled("location").as("location"),
            regexp_replace(col("userAgent"), "^\"(.*)\"$", "$1").as("user_agent"),
            col("itemInSession").cast("int").as("item_in_session"),
            col("song").as("heard_title"),
            col("artist").as("heard_artist"),
            col("length").as("heard_seconds"),
            when(col("song_id").isNull(), "none")
                .when(col("duration").equalTo(col("length")), "exact")
                .otherwise("title_artist")
                .as("match"),
            year(col("start_time")).as("year"),
            month(col("start_time")).as("month"))
        .write()
        .mode("overwrite")
        .partitionBy("year", "month")
        .parquet(lake + "/songplays");
  }

  private static scala.Function1<Dataset<Row>, Dataset<Row>> first(WindowSpec order) {
    return rows ->
        rows.withColumn("n", row_number().over(order)).where(col("n").equalTo(1)).drop("n");
  }

  private static Column filled(String name) {
    return when(trim(col(name)).notEqual(""), col(name));
  }
}
