package com.sparkify.etl.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the launcher with a Java that prints its arguments, on a machine of 4 cores. */
class LauncherScriptTest {
  private static final long MB = 1 << 20;

  private final Path home;
  private final Path bin;

  LauncherScriptTest(@TempDir Path home) {
    this.home = home;
    this.bin = home.resolve("java/bin");
  }

  @BeforeEach
  void lookBuilt() throws IOException {
    write("pom.xml", "");
    for (String module : List.of("etl-core", "etl-io", "etl-runner")) {
      write(module + "/pom.xml", "");
      write(module + "/src/main/none", "");
      write(module + "/target/" + module + ".jar", "");
    }
    write("etl-runner/target/launcher.classpath", home.resolve("pom.xml").toString());
    write("etl-runner/target/iceberg.classpath", home.resolve("pom.xml").toString());
    write("target/sparkify/classes-java-17.0.9.jsa", "classes");
    write("target/sparkify/built", "");
    write("java/release", "JAVA_VERSION=\"17.0.9\"\n");
    Files.copy(Path.of("..", "sparkify"), home.resolve("sparkify"));
    program("nproc", "echo 4");
    mayHaveHeap(8192);
  }

  @Test
  void muchInputHasAHeapOfAGigabyteForEachCoreFromTheStart() throws Exception {
    assertThat(optionsOf(Map.of("SPARKIFY_INPUT", "large")))
        .contains("-Xms4096m", "-Xmx4096m", "-XX:+UseParallelGC");
  }

  @Test
  void muchInputHasTwoGigabytesAtLeast() throws Exception {
    program("nproc", "echo 1");

    assertThat(optionsOf(Map.of("SPARKIFY_INPUT", "large"))).contains("-Xms2048m", "-Xmx2048m");
  }

  @Test
  void theHeapOfMuchInputIsNoMoreThanJavaMayHave() throws Exception {
    mayHaveHeap(4095);

    assertThat(optionsOf(Map.of("SPARKIFY_INPUT", "large")))
        .contains("-XX:MaxRAMPercentage=50")
        .noneMatch(option -> option.startsWith("-Xm"));
  }

  @Test
  void aHeapThatIsAskedForStands() throws Exception {
    assertThat(optionsOf(Map.of("SPARKIFY_INPUT", "large", "SPARKIFY_JAVA_OPTS", "-Xmx8g")))
        .contains("-Xmx8g")
        .noneMatch(option -> option.startsWith("-Xms") || option.equals("-Xmx4096m"));
  }

  @Test
  void littleInputHasOneCollectorAndOneCompilerAndKnowsItsLauncher() throws Exception {
    assertThat(optionsOf(Map.of()))
        .contains(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dsparkify.launcher=" + home.toRealPath().resolve("sparkify"))
        .noneMatch(option -> option.startsWith("-Xm"));
  }

  @Test
  void theClassesAreArchivedWithoutTheOptionsOfTheFirstRun() throws Exception {
    Files.delete(home.resolve("target/sparkify/classes-java-17.0.9.jsa"));

    assertThat(optionsOf(Map.of("SPARKIFY_JAVA_OPTS", "-javaagent:spy.jar")))
        .contains("-javaagent:spy.jar");

    assertThat(Files.readAllLines(home.resolve("target/sparkify/training.log")))
        .anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="))
        .doesNotContain("-javaagent:spy.jar");
  }

  @Test
  void anotherKindOfInputIsRefused() throws Exception {
    assertThat(optionsOf(Map.of("SPARKIFY_INPUT", "huge")))
        .containsExactly(
            "sparkify: SPARKIFY_INPUT is 'huge'; expected small or large, or no such variable");
  }

  private List<String> optionsOf(Map<String, String> variables) throws Exception {
    ProcessBuilder launcher = new ProcessBuilder(home.resolve("sparkify").toString(), "status");
    launcher.environment().keySet().removeIf(name -> name.startsWith("SPARKIFY_"));
    launcher.environment().putAll(variables);
    launcher.environment().put("JAVA_HOME", home.resolve("java").toString());
    launcher.environment().merge("PATH", bin.toString(), (old, first) -> first + ":" + old);
    Process process = launcher.redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    process.waitFor();
    return lines;
  }

  /** The heap that Java says it may have, where it is asked. */
  private void mayHaveHeap(long megabytes) throws IOException {
    program(
        "java",
        """
        case $* in
          *PrintFlagsFinal*) echo "   size_t MaxHeapSize = %d {product}" ;;
          *) printf '%%s\\n' "$@" ;;
        esac"""
            .formatted(megabytes * MB));
  }

  private void program(String name, String body) throws IOException {
    write("java/bin/" + name, "#!/bin/sh\n" + body + "\n");
    assertThat(bin.resolve(name).toFile().setExecutable(true)).isTrue();
  }

  private void write(String file, String content) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
