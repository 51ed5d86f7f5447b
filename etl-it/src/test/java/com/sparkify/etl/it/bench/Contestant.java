package com.sparkify.etl.it.bench;

import com.sparkify.etl.it.Sparkify;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A program that makes the six tables.
 *
 * @param command the process that makes them of some sources in a folder
 */
record Contestant(String name, BiFunction<Sources, Path, Command> command) {
  static final String SPARKIFY = "sparkify";
  static final String DUCKDB = "duckdb";
  static final String TYPICAL = "typical";

  /** The product, as users start it, with {@code options} of its run. */
  static Contestant sparkify(String... options) {
    return new Contestant(
        SPARKIFY,
        (sources, lake) -> {
          List<String> words = new ArrayList<>();
          words.addAll(
              List.of(
                  "run",
                  "--songs=" + sources.songs(),
                  "--events=" + sources.events(),
                  "--lake=" + lake));
          words.addAll(List.of(options));
          return launcher(words.toArray(String[]::new));
        });
  }

  /** The launcher of the product with {@code arguments}. */
  static Command launcher(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Sparkify.project().resolve("sparkify").toString());
    words.addAll(List.of(arguments));
    return Command.of(words);
  }

  /**
   * {@link DuckDbScript} with the options of Java that let a short run end soon.
   *
   * @param songsBy by which columns the songs have folders
   */
  static Contestant duckDb(DuckDbDriver driver, String... songsBy) {
    List<String> options = new ArrayList<>(driver.options());
    options.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    String classPath = driver.jar() + File.pathSeparator + DuckDbDriver.jarOf(DuckDbScript.class);
    return new Contestant(DUCKDB, java(options, classPath, DuckDbScript.class, songsBy));
  }

  /** {@link TypicalScript} with the options of Java that Spark cannot do without. */
  static Contestant typical() {
    List<String> options =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("--add-opens"))
            .toList();
    return new Contestant(
        TYPICAL, java(options, System.getProperty("java.class.path", ""), TypicalScript.class));
  }

  private static BiFunction<Sources, Path, Command> java(
      List<String> options, String classPath, Class<?> main, String... more) {
    return (sources, lake) -> {
      List<String> words = new ArrayList<>();
      words.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
      words.addAll(options);
      words.addAll(List.of("-cp", classPath, main.getName()));
      words.addAll(
          List.of(sources.songs().toString(), sources.events().toString(), lake.toString()));
      words.addAll(List.of(more));
      return Command.of(words);
    };
  }
}
