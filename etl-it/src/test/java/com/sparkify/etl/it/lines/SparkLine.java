package com.sparkify.etl.it.lines;

import com.sparkify.etl.it.Sparkify;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A line of Spark, with the class path that Maven resolves for it.
 *
 * @param name that of its module below {@code etl-it/class-paths}
 */
record SparkLine(String name) {
  /** What the product is compiled against, and whose tables are the measure of the others'. */
  static final SparkLine COMPILED_AGAINST = new SparkLine("spark-4.0-scala-2.13");

  private static final String RUNTIME_OF_ICEBERG = "iceberg-spark-runtime-";
  private static final Path MODULES = Sparkify.project().resolve("etl-it/class-paths");

  /** The lines that the build asks for. */
  static List<SparkLine> asked() {
    return Arrays.stream(System.getProperty("sparkify.lines", "").split(",", -1))
        .map(SparkLine::new)
        .toList();
  }

  /** Every line that there is a module for, in order. */
  static List<SparkLine> known() {
    try (Stream<Path> modules = Files.list(MODULES)) {
      return modules
          .map(module -> MODULES.relativize(module).toString())
          .filter(name -> name.startsWith("spark-"))
          .sorted()
          .map(SparkLine::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jars of Spark and of what comes with it on a cluster. */
  List<String> jars() {
    return resolved().stream().filter(jar -> !jar.contains(RUNTIME_OF_ICEBERG)).toList();
  }

  /** Whether there is a runtime of Iceberg for this line. */
  boolean hasIceberg() {
    return resolved().stream().anyMatch(jar -> jar.contains(RUNTIME_OF_ICEBERG));
  }

  private List<String> resolved() {
    Path file = MODULES.resolve(name).resolve("target/class-path");
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "There is no '%s'; 'mvn verify' of the whole project makes it, with -Pspark-lines for the lines beyond the first two"
              .formatted(file));
    }
    try {
      return List.of(Files.readString(file).strip().split(File.pathSeparator, -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String classPath() {
    return String.join(File.pathSeparator, jars());
  }

  /** The jar for spark-submit on this line, without spark-submit. */
  Sparkify sparkify(Map<String, String> variables) {
    return Sparkify.onClassPath(RunnerJar.path() + File.pathSeparator + classPath(), variables);
  }

  /** The same with the runtime of Iceberg, as {@code --packages} adds it. */
  Sparkify withIceberg() {
    List<String> jars = new ArrayList<>(List.of(RunnerJar.path().toString()));
    jars.addAll(resolved());
    return Sparkify.onClassPath(String.join(File.pathSeparator, jars), Map.of());
  }

  @Override
  public String toString() {
    return name;
  }
}
