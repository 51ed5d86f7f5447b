package com.sparkify.etl.it.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * What the benchmark is asked to do.
 *
 * @param sources the data of the small case; the sample of the product if there is none
 * @param eventsMillions of the large case
 * @param delay of each request of the case on S3
 * @param keep where data and lakes stay; they are removed if there is no such folder
 */
record BenchArguments(
    List<Case> cases,
    int rounds,
    Optional<Sources> sources,
    double eventsMillions,
    Duration delay,
    Optional<Path> keep) {
  static final String USAGE =
      """
      Usage: bench [CASE...] [--rounds N] [--songs DIR --events DIR] [--events-millions N]
                   [--delay-ms N] [--keep DIR]

      Runs the product, the best script of DuckDB and a typical script of Spark as whole processes,
      one after another in each round, compares their tables row for row, and prints medians.

      Cases, all of them by default:
        small   the shipped sample, or the data that --songs and --events name
        songs   14,896 song files and 30 days of logs with about 8,000 events
        folders the same, with a folder for the songs of each year and artist
        large   14,896 song files and 30 days of logs with millions of events, then one more day
        s3      14,896 song files and 30 days of logs in a bucket that takes its time

      Options:
        --rounds N           rounds of each case; 5 by default
        --songs DIR          song files of the case small
        --events DIR         log files of the case small
        --events-millions N  millions of events of the case large, such as 0.2; 10 by default
        --delay-ms N         what each request of the case s3 takes longer; 30 by default
        --keep DIR           where data and lakes stay, to look at them or to use the data again
      """;

  private static final Set<String> NAMES =
      new TreeSet<>(
          Set.of("--rounds", "--songs", "--events", "--events-millions", "--delay-ms", "--keep"));

  BenchArguments {
    cases = List.copyOf(cases);
  }

  /**
   * @throws IllegalArgumentException that says what was given and what is expected
   */
  static BenchArguments of(List<String> arguments) {
    List<Case> cases = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    Iterator<String> given = arguments.iterator();
    while (given.hasNext()) {
      String argument = given.next();
      if (argument.startsWith("-")) {
        addOption(argument, given, options);
      } else {
        cases.add(Case.named(argument));
      }
    }
    return new BenchArguments(
        cases.isEmpty() ? List.of(Case.values()) : cases.stream().distinct().toList(),
        (int) number(options, "--rounds", 5, n -> n >= 1 && n == Math.rint(n), "a number from 1"),
        sources(options),
        number(options, "--events-millions", 10, n -> n > 0, "a number above 0, such as 0.2"),
        Duration.ofMillis(
            (long) number(options, "--delay-ms", 30, n -> n >= 0, "milliseconds, such as 30")),
        Optional.ofNullable(options.get("--keep")).map(BenchArguments::path));
  }

  private static void addOption(
      String argument, Iterator<String> following, Map<String, String> options) {
    String[] named = argument.split("=", 2);
    require(
        NAMES.contains(named[0]),
        "'%s' is no option; expected one of %s".formatted(argument, NAMES));
    require(
        named.length == 2 || following.hasNext(),
        "'%s' has no value; expected one after it".formatted(argument));
    options.put(named[0], named.length == 2 ? named[1] : following.next());
  }

  private static Optional<Sources> sources(Map<String, String> options) {
    Optional<Path> songs = Optional.ofNullable(options.get("--songs")).map(BenchArguments::folder);
    Optional<Path> events =
        Optional.ofNullable(options.get("--events")).map(BenchArguments::folder);
    require(
        songs.isPresent() == events.isPresent(),
        "'%s' is given alone; expected --songs and --events together"
            .formatted(songs.isPresent() ? "--songs" : "--events"));
    return songs.flatMap(s -> events.map(e -> new Sources(s, e)));
  }

  private static Path folder(String given) {
    Path folder = path(given);
    require(
        folder.toFile().isDirectory(),
        "'%s' is no folder; expected one with JSON files".formatted(given));
    return folder;
  }

  private static Path path(String given) {
    return Path.of(given).toAbsolutePath().normalize();
  }

  private static double number(
      Map<String, String> options,
      String name,
      double byDefault,
      DoublePredicate legal,
      String expected) {
    String given = options.get(name);
    if (given == null) {
      return byDefault;
    }
    Predicate<String> isNumber = text -> text.matches("[0-9]{1,9}([.][0-9]+)?");
    require(
        isNumber.test(given) && legal.test(Double.parseDouble(given)),
        "%s is '%s'; expected %s".formatted(name, given, expected));
    return Double.parseDouble(given);
  }

  private static void require(boolean kept, String problem) {
    if (!kept) {
      throw new IllegalArgumentException(problem);
    }
  }
}
