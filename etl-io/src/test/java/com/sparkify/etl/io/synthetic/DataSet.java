package com.sparkify.etl.io.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sparkify.etl.io.fixture.Spark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A data set on disk, made or found, as a test reads it. */
record DataSet(Path root) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static SyntheticSummary write(SyntheticSpec spec, Path out) {
    return SyntheticData.write(spec, out.toUri(), Spark.session());
  }

  /** The content of every file by its path below the root. */
  Map<String, String> files() {
    try (Stream<Path> found = Files.walk(root)) {
      Map<String, String> files = new TreeMap<>();
      found
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".json"))
          .forEach(file -> files.put(root.relativize(file).toString(), text(file)));
      return files;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<String> logLines() {
    return below("log_data").flatMap(String::lines).toList();
  }

  List<JsonNode> events() {
    return logLines().stream().map(DataSet::json).toList();
  }

  List<String> songTexts() {
    return below("song_data").toList();
  }

  List<JsonNode> songs() {
    return songTexts().stream().map(DataSet::json).toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(text, failure);
    }
  }

  private Stream<String> below(String folder) {
    return files().entrySet().stream()
        .filter(file -> file.getKey().startsWith(folder))
        .map(Map.Entry::getValue);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
