package com.sparkify.etl.it.lines;

import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code spark-submit} of a Spark that is put together from the jars of the line that the
 * product is compiled against: its own class, and a home for its executors.
 *
 * @param home a folder with the jars in {@code jars}
 */
record SparkSubmit(Path home) {
  private static final String BUCKET = "s3a://example-bucket/";

  static SparkSubmit puttingTogether(Path home) {
    try {
      Path jars = Files.createDirectories(home.resolve("jars"));
      for (String jar : SparkLine.COMPILED_AGAINST.jars()) {
        Path file = Path.of(jar);
        Files.createSymbolicLink(jars.resolve(file.getFileName().toString()), file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SparkSubmit(home);
  }

  /**
   * Runs the command that README.md gives, with {@code place} instead of its bucket, on two
   * executors that are processes of their own.
   */
  Ended onTwoExecutors(Path at, String place, Map<String, String> variables, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--master=local-cluster[2,1,1024]",
                "--conf=spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    arguments.addAll(ofTheReadme(place));
    arguments.addAll(Arrays.asList(more));
    Map<String, String> all = new HashMap<>(variables);
    all.put("SPARK_HOME", home.toString());
    all.put("SPARK_LOCAL_IP", "127.0.0.1");
    all.put("SPARK_SCALA_VERSION", "2.13");
    return Sparkify.submitted(SparkLine.COMPILED_AGAINST.classPath(), all, arguments).in(at);
  }

  private static List<String> ofTheReadme(String place) {
    try {
      String command =
          Files.readAllLines(Sparkify.project().resolve("README.md")).stream()
              .filter(line -> line.startsWith("spark-submit "))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("README.md has no spark-submit"));
      return Arrays.stream(command.split(" ", -1))
          .skip(1)
          .map(word -> word.replace(BUCKET, place))
          .map(word -> word.endsWith(".jar") ? RunnerJar.path().toString() : word)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
