package com.sparkify.etl.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * The source files of a world, as they were delivered, and the version of each that was staged
 * last. When a file seems to have been written says nothing about when it was delivered.
 */
final class DeliveredFiles {
  private static final long WRITTEN = Feed.NOW.minusSeconds(90 * 86_400L).toEpochMilli();

  private final int world;
  private final Feed feed;
  private final SplittableRandom random;
  private final Map<String, List<String>> present = new TreeMap<>();
  private final Map<String, List<String>> staged = new TreeMap<>();

  DeliveredFiles(int world, Feed feed, SplittableRandom random) {
    this.world = world;
    this.feed = feed;
    this.random = random;
  }

  void put(String name, List<String> lines) {
    present.put(name, List.copyOf(lines));
    write(feed.file(name), lines);
  }

  /** Takes a file out of its folder. What was staged of it stays staged. */
  void remove(String name) {
    present.remove(name);
    try {
      Files.delete(feed.file(name));
    } catch (IOException e) {
      throw new IllegalStateException("could not delete " + name, e);
    }
  }

  /** Whether a source has so few files that the last of them may be next. */
  boolean areFew(String source) {
    return names(source).size() < 3;
  }

  /** A file below {@code source} that is there; empty if there is none. */
  Optional<String> any(String source) {
    List<String> names = names(source);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(names.get(random.nextInt(names.size())));
  }

  List<String> linesOf(String name) {
    return present.getOrDefault(name, List.of());
  }

  /** Notes that a command has staged all that is there. */
  void areStaged() {
    staged.putAll(present);
  }

  /** Writes what is staged into {@code other}, each file under another name. */
  void copyStagedTo(Feed other) {
    List<String> names = new ArrayList<>(staged.keySet());
    for (int number = 0; !names.isEmpty(); number++) {
      String name = names.remove(random.nextInt(names.size()));
      String source = name.substring(0, name.indexOf('/'));
      String ending = name.endsWith(".gz") ? "" : ".gz";
      write(
          other.file("%s/%d of %d.json%s".formatted(source, number, world, ending)),
          staged.getOrDefault(name, List.of()));
    }
  }

  private List<String> names(String source) {
    return present.keySet().stream().filter(name -> name.startsWith(source)).toList();
  }

  private void write(Path file, List<String> lines) {
    String content = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    try {
      Files.createDirectories(file.resolve("..").normalize());
      Files.write(file, packed(file, content.getBytes(UTF_8)));
      Files.setLastModifiedTime(
          file, FileTime.fromMillis(WRITTEN + random.nextLong(80 * 86_400_000L)));
    } catch (IOException e) {
      throw new IllegalStateException("could not write " + file, e);
    }
  }

  private static byte[] packed(Path file, byte[] content) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return content;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }
}
