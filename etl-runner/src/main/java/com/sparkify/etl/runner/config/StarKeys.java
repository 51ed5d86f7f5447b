package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Written.list;
import static com.sparkify.etl.runner.config.Written.nullable;
import static com.sparkify.etl.runner.config.Written.text;
import static com.sparkify.etl.runner.config.Written.word;

import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.table.Field;
import com.typesafe.config.ConfigValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of how the tables are built, and of what is not published. */
final class StarKeys {
  static final Key<Match> MATCH =
      new Key<>(
          "sparkify.songplays.match",
          "title-artist or title-artist-duration",
          "title-artist",
          value ->
              word(
                  value,
                  Map.of(
                      "title-artist", Match.TITLE_ARTIST,
                      "title-artist-duration", Match.TITLE_ARTIST_DURATION)));

  static final Key<List<Field>> SONGS_PARTITION_BY =
      new Key<>(
          "sparkify.songs.partition-by",
          "[year] or [year, artist_id]",
          "[year]",
          StarKeys::songsPartitions);

  static final Key<Share> MAX_SHRINK =
      new Key<>(
          "sparkify.guard.max-shrink",
          "a share up to 100%",
          "10%",
          value -> Share.parse(text(value)));

  static final Key<Optional<Share>> MIN_MATCH_RATE =
      new Key<>(
          "sparkify.guard.min-match-rate",
          "a share up to 100%, or null",
          "5%",
          nullable(value -> Share.parse(text(value))));

  static final Key<Optional<Duration>> MAX_AGE =
      new Key<>(
          "sparkify.guard.max-age",
          "a time with its unit, or null",
          "2 days",
          nullable(Written::duration));

  static final List<Key<?>> ALL =
      List.of(MATCH, SONGS_PARTITION_BY, MAX_SHRINK, MIN_MATCH_RATE, MAX_AGE);

  private StarKeys() {}

  private static List<Field> songsPartitions(ConfigValue value) {
    List<String> names = list(value);
    List<Field> outermostFirst = List.of(Songs.YEAR, Songs.ARTIST_ID);
    if (names.isEmpty() || names.size() > outermostFirst.size()) {
      throw new IllegalArgumentException("%d fields".formatted(names.size()));
    }
    List<Field> fields = outermostFirst.subList(0, names.size());
    if (!fields.stream().map(Field::name).toList().equals(names)) {
      throw new IllegalArgumentException("fields %s".formatted(names));
    }
    return fields;
  }
}
