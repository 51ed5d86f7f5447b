package com.sparkify.etl.runner;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Source files that come and change as chance has it, of songs, listeners and months that no other
 * world has: several can be delivered into one lake.
 */
final class World {
  private static final String SONGS = "songs";
  private static final String LOGS = "logs";

  private final int number;
  private final SplittableRandom random;
  private final MadeUpRecords records;
  private final DeliveredFiles files;
  private final List<String> told;
  private int named;

  /**
   * @param told gets a line for each change
   */
  World(int number, SplittableRandom random, Feed feed, List<String> told) {
    this.number = number;
    this.random = random;
    this.records = new MadeUpRecords(number, random);
    this.files = new DeliveredFiles(number, feed, random);
    this.told = told;
  }

  DeliveredFiles files() {
    return files;
  }

  YearMonth month() {
    return records.month();
  }

  /** The first songs and log files. */
  void begin() {
    newSongs(4, 9);
    newLog(10, 20);
    newLog(5, 20);
  }

  void changeSongs() {
    switch (random.nextInt(7)) {
      case 0, 1 -> newSongs(1, 3);
      case 2 -> files.any(SONGS).ifPresent(this::copy);
      case 3, 4 -> files.any(SONGS).ifPresent(this::changeASong);
      case 5 -> files.any(SONGS).ifPresent(this::shrink);
      default -> files.any(SONGS).ifPresent(this::removeOfMany);
    }
  }

  void changeLogs() {
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> newLog(3, 20);
      case 3 -> files.any(LOGS).ifPresent(this::copy);
      case 4 -> files.any(LOGS).ifPresent(this::grow);
      case 5, 6 -> files.any(LOGS).ifPresent(this::shrink);
      case 7, 8 -> files.any(LOGS).ifPresent(this::correct);
      case 9, 10 -> files.any(LOGS).ifPresent(this::moveToAMonth);
      case 11 -> files.any(LOGS).ifPresent(this::damage);
      case 12 -> files.any(LOGS).ifPresent(this::removeOfMany);
      default -> files.any(LOGS).ifPresent(name -> put("same again", name, files.linesOf(name)));
    }
  }

  private void newSongs(int least, int most) {
    for (String song : records.songs(least, most)) {
      put("new", "%s/%d/%d.json".formatted(SONGS, number, next()), List.of(song));
    }
  }

  private void newLog(int least, int most) {
    YearMonth month = records.month();
    String folder = random.nextBoolean() ? "" : "a b%20ö#/";
    put(
        "new",
        "%s/%d/%s%s-%02d-events.json".formatted(LOGS, number, folder, month, next()),
        records.events(month, least, most));
  }

  private void copy(String name) {
    String other = name.replaceFirst("/", "/copy %d of ".formatted(next()));
    put("copy", random.nextBoolean() ? other : other + ".gz", files.linesOf(name));
  }

  private void changeASong(String name) {
    put("changed", name, files.linesOf(name).stream().map(records::otherSong).toList());
  }

  private void grow(String name) {
    List<String> lines = new ArrayList<>(files.linesOf(name));
    lines.addAll(records.events(records.month(), 1, 4));
    put("grown", name, lines);
  }

  private void shrink(String name) {
    List<String> lines = new ArrayList<>(files.linesOf(name));
    for (int gone = random.nextInt(lines.size() + 1); gone > 0; gone--) {
      lines.remove(random.nextInt(lines.size()));
    }
    put("shrunk", name, lines);
  }

  private void correct(String name) {
    List<String> lines = new ArrayList<>(files.linesOf(name));
    if (!lines.isEmpty()) {
      int line = random.nextInt(lines.size());
      lines.set(line, records.otherEvent(lines.get(line)));
    }
    put("corrected", name, lines);
  }

  private void moveToAMonth(String name) {
    YearMonth month = records.month();
    put("all of " + month, name, records.events(month, 1, 10));
  }

  private void damage(String name) {
    List<String> lines = new ArrayList<>(files.linesOf(name));
    lines.add(random.nextInt(lines.size() + 1), records.badLine());
    put("damaged", name, lines);
  }

  private void removeOfMany(String name) {
    if (!files.areFew(name.substring(0, name.indexOf('/')))) {
      told.add("  removed " + name);
      files.remove(name);
    }
  }

  private int next() {
    named++;
    return named;
  }

  private void put(String what, String name, List<String> lines) {
    told.add("  %s: %s, %d lines".formatted(what, name, lines.size()));
    files.put(name, lines);
  }
}
