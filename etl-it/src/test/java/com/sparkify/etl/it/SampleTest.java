package com.sparkify.etl.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Sparkify.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees: the commands on the sample that the project ships. */
class SampleTest {
  @Test
  void runsOnTheShippedSampleAndTheSecondRunChangesNothing(@TempDir Path folder)
      throws IOException {
    Ended first = sparkify(folder, "run", "--report=report.json");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("run: published to ./lake");
    assertThat(Files.readString(folder.resolve("report.json"))).contains("\"PUBLISHED\"");
    List<String> files = filesOf(folder.resolve("lake"));

    Ended second = sparkify(folder, "run");

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).contains("run: nothing new");
    assertThat(filesOf(folder.resolve("lake"))).isEqualTo(files);
    assertThat(sparkify(folder, "check").exitCode()).isZero();
  }

  private static List<String> filesOf(Path lake) throws IOException {
    try (Stream<Path> files = Files.walk(lake)) {
      return files
          .map(file -> lake.relativize(file).toString())
          .filter(file -> !file.startsWith("_sparkify/runs"))
          .sorted()
          .toList();
    }
  }

  private static Ended sparkify(Path folder, String... arguments) {
    return Sparkify.withJavaOptions().in(folder, arguments);
  }
}
