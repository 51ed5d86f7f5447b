package com.sparkify.etl.runner.config;

import static com.sparkify.etl.runner.config.Written.nullable;
import static com.sparkify.etl.runner.config.Written.path;
import static com.sparkify.etl.runner.config.Written.text;
import static com.sparkify.etl.runner.config.Written.word;

import com.sparkify.etl.core.source.TextRepair;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of what is read. */
final class SourceKeys {
  static final Key<String> SONGS_PATH =
      new Key<>(
          "sparkify.source.songs.path",
          "a path",
          "\"s3a://bucket/song_data\"",
          value -> path(value));

  static final Key<String> EVENTS_PATH =
      new Key<>(
          "sparkify.source.events.path",
          "a path",
          "\"s3a://bucket/log_data\"",
          value -> path(value));

  static final Key<TextRepair> REPAIR_TEXT =
      new Key<>(
          "sparkify.source.events.repair-text",
          "true or false",
          "true",
          value -> word(value, Map.of("true", TextRepair.DECODED, "false", TextRepair.AS_WRITTEN)));

  static final Key<Optional<String>> JSONPATHS =
      new Key<>(
          "sparkify.source.events.jsonpaths",
          "the path of a JSONPaths file, or null",
          "\"s3a://bucket/log_json_path.json\"",
          nullable(Written::path));

  static final Key<Optional<RejectLimit>> MAX_REJECTS =
      new Key<>(
          "sparkify.source.max-rejects",
          "a count of lines, a share of them up to 100%, or null",
          "1%",
          nullable(value -> RejectLimit.parse(text(value))));

  static final List<Key<?>> ALL =
      List.of(SONGS_PATH, EVENTS_PATH, REPAIR_TEXT, JSONPATHS, MAX_REJECTS);

  private SourceKeys() {}
}
