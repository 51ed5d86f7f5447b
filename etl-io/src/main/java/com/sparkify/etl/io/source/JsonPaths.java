package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.table.Field;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The names under which log files hold the fields of an event, as a JSONPaths file of Redshift's
 * COPY gives them.
 *
 * @param names the JSON name of each of {@link LogEvents#FIELDS}, in their order
 */
public record JsonPaths(List<String> names) {
  private static final Pattern TOP_LEVEL =
      Pattern.compile("\\$(?:\\.([^.\\[\\]'\"\\s]+)|\\['([^']+)'\\]|\\[\"([^\"]+)\"\\])");
  private static final String EXPECTED =
      "expected {\"jsonpaths\": [\"$.name\" or \"$['name']\", ...]} with a path for each of "
          + LogEvents.FIELDS.stream().map(Field::name).collect(joining(", "));

  public JsonPaths {
    names = List.copyOf(names);
    if (names.size() != LogEvents.FIELDS.size()) {
      throw new IllegalArgumentException("%d names".formatted(names.size()));
    }
  }

  /** Each field under its own name. */
  public static JsonPaths none() {
    return new JsonPaths(LogEvents.FIELDS.stream().map(Field::name).toList());
  }

  /** The names in the JSONPaths file at {@code path}. */
  public static JsonPaths read(String path, Configuration conf) {
    try {
      Path file = new Path(path);
      try (InputStream in = file.getFileSystem(conf).open(file)) {
        return parse(new String(in.readAllBytes(), UTF_8), path);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new EtlException(
          Kind.CONFIG,
          "Cannot read the JSONPaths file '%s' (%s); correct sparkify.source.events.jsonpaths"
              .formatted(path, unreadable.getMessage()),
          unreadable);
    }
  }

  /**
   * The names in {@code text}, the content of a JSONPaths file. A path that leads below the top
   * level is refused: an event is flat.
   *
   * @param whereFrom the file, for messages
   */
  public static JsonPaths parse(String text, String whereFrom) {
    List<String> paths = paths(text, whereFrom);
    if (paths.size() != LogEvents.FIELDS.size()) {
      String found = "%d paths for %d fields".formatted(paths.size(), LogEvents.FIELDS.size());
      throw refused(whereFrom, found);
    }
    List<String> names = paths.stream().map(path -> name(path, whereFrom)).toList();
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .findFirst()
        .ifPresent(
            twice -> {
              throw refused(whereFrom, "the name '%s' twice".formatted(twice));
            });
    return new JsonPaths(names);
  }

  private static String name(String path, String whereFrom) {
    Matcher matcher = TOP_LEVEL.matcher(path);
    if (!matcher.matches()) {
      throw refused(whereFrom, "'%s', which is no path to a top-level field".formatted(path));
    }
    for (int group = 1; group < matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return matcher.group(matcher.groupCount());
  }

  private static List<String> paths(String text, String whereFrom) {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      List<String> paths = new ArrayList<>();
      boolean opened =
          json.nextToken() == JsonToken.START_OBJECT
              && "jsonpaths".equals(json.nextFieldName())
              && json.nextToken() == JsonToken.START_ARRAY;
      while (opened && json.nextToken() == JsonToken.VALUE_STRING) {
        paths.add(json.getText());
      }
      boolean closed =
          opened
              && json.currentToken() == JsonToken.END_ARRAY
              && json.nextToken() == JsonToken.END_OBJECT
              && json.nextToken() == null;
      if (!closed) {
        throw refused(whereFrom, "something else");
      }
      return paths;
    } catch (IOException malformed) {
      throw new EtlException(
          Kind.CONFIG,
          "The JSONPaths file '%s' is not JSON; %s".formatted(whereFrom, EXPECTED),
          malformed);
    }
  }

  private static EtlException refused(String whereFrom, String found) {
    return new EtlException(
        Kind.CONFIG, "The JSONPaths file '%s' holds %s; %s".formatted(whereFrom, found, EXPECTED));
  }
}
