package com.sparkify.etl.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class-data archive of the jars on the class path of the tests, made by a run on the sample. A
 * process that starts with it has most of Spark's classes parsed and verified already.
 */
final class ClassData {
  private static final String RUNTIME_OF_ICEBERG = "iceberg-spark-runtime-";

  /**
   * The class path of the tests with its jars first: an archive holds no class of a folder. Iceberg
   * is left out as the launcher leaves it out, since processes without are ready sooner.
   */
  static final String CLASS_PATH =
      Stream.concat(entries(ClassData::isJar), entries(entry -> !isJar(entry)))
          .collect(Collectors.joining(File.pathSeparator));

  /** The same with Iceberg at its end, where it leaves the archive as good as it was. */
  static final String CLASS_PATH_WITH_ICEBERG =
      Stream.concat(Stream.of(CLASS_PATH), all().filter(ClassData::isOfIceberg))
          .collect(Collectors.joining(File.pathSeparator));

  private static final List<String> OPTIONS = options();

  private ClassData() {}

  /** The options of Java by which a process with {@link #CLASS_PATH} uses it; none without one. */
  static List<String> optionsOfJava() {
    return OPTIONS;
  }

  private static List<String> options() {
    try {
      Path folder = Files.createDirectories(Sparkify.project().resolve("etl-it/target/class-data"));
      Path archive = folder.resolve("classes.jsa");
      Files.deleteIfExists(archive);
      String jars = entries(ClassData::isJar).collect(Collectors.joining(File.pathSeparator));
      Sparkify.onClassPath(jars, Map.of())
          .withMoreOptions("-XX:ArchiveClassesAtExit=" + archive)
          .in(folder, "run", "--lake=lake-" + UUID.randomUUID());
      return Files.exists(archive)
          ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=error:stderr")
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a jar is Iceberg's runtime for some line of Spark. */
  static boolean isOfIceberg(String entry) {
    return entry.contains(RUNTIME_OF_ICEBERG);
  }

  private static Stream<String> entries(Predicate<String> wanted) {
    return all().filter(wanted).filter(entry -> !isOfIceberg(entry));
  }

  private static Stream<String> all() {
    return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator, -1));
  }

  private static boolean isJar(String entry) {
    return entry.endsWith(".jar");
  }
}
