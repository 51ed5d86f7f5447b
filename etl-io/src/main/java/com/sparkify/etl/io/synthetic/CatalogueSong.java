package com.sparkify.etl.io.synthetic;

import java.util.regex.Pattern;

/**
 * A song of the catalogue, as its file tells it.
 *
 * @param credit the artist's name on this song, which may not be the artist's own
 * @param year 0 where unknown
 */
record CatalogueSong(
    String trackId,
    String id,
    String title,
    Artist artist,
    String credit,
    String location,
    Seconds duration,
    int year) {
  private static final Pattern LIKE_A_LITERAL = Pattern.compile("\\d+(\\.\\d+)?|true|false");

  /** Where the file is, below the folder of the catalogue. */
  String path() {
    return "%c/%c/%c/%s.json"
        .formatted(trackId.charAt(2), trackId.charAt(3), trackId.charAt(4), trackId);
  }

  /** The content of the file: one object, and no line end. */
  byte[] json() {
    JsonObject json = JsonObject.spaced();
    json.number("num_songs", 1);
    json.text("artist_id", artist.id());
    json.literal("artist_latitude", artist.latitude());
    json.literal("artist_longitude", artist.longitude());
    loosely(json, "artist_location", location);
    loosely(json, "artist_name", credit);
    json.text("song_id", id);
    loosely(json, "title", title);
    json.literal("duration", duration.json());
    json.number("year", year);
    return json.bytes();
  }

  /** Adds text the way the public files do: what looks like a number or boolean becomes one. */
  private static void loosely(JsonObject json, String name, String text) {
    if (LIKE_A_LITERAL.matcher(text).matches()) {
      json.literal(name, text);
    } else {
      json.text(name, text);
    }
  }
}
