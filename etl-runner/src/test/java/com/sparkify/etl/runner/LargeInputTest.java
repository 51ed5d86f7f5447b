package com.sparkify.etl.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeInputTest {
  private static final long MUCH = 100_000_000;

  private final Path folder;
  private final List<Integer> exits = new ArrayList<>();

  LargeInputTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void littleInputIsHandledHere() {
    handOver("/nowhere", 1_000);

    assertThat(exits).isEmpty();
  }

  @Test
  void aJavaWithoutLauncherHandlesAll() {
    new LargeInput(SecondStart.never())
        .handOver(
            () -> {
              throw new AssertionError("asked for the input's size");
            });
  }

  @Test
  void muchInputIsHandedToTheLauncherWithTheArgumentsAndItsEndIsOurs() throws IOException {
    Path launcher =
        script("echo \"$SPARKIFY_INPUT $SPARKIFY_CHILD $1 $2\" >%s; exit 7", folder.resolve("out"));

    handOver(launcher.toString(), MUCH);

    assertThat(folder.resolve("out")).hasContent("large true run --set=a=b c");
    assertThat(exits).containsExactly(7);
  }

  @Test
  void aLauncherThatIsGoneIsNamedWithTheWayAroundIt() {
    assertThatThrownBy(() -> handOver("/nowhere/sparkify", MUCH))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("'/nowhere/sparkify'")
        .hasMessageContaining("SPARKIFY_INPUT");
  }

  @Test
  void theChildEndsWithTheProcessAtTheOtherEndOfItsInput() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Dsparkify.child=true",
                "-cp",
                System.getProperty("java.class.path", ""),
                Waiting.class.getName())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(child.inputReader(UTF_8).readLine()).isEqualTo("waiting");
    assertThat(child.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();

    child.getOutputStream().close();

    assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(child.exitValue()).isEqualTo(137);
  }

  private void handOver(String launcher, long rows) {
    new LargeInput(
            new SecondStart(Optional.of(launcher), List.of("run", "--set=a=b c"), exits::add))
        .handOver(() -> rows);
  }

  private Path script(String body, Path file) throws IOException {
    Path script = folder.resolve("launcher");
    Files.writeString(script, "#!/bin/sh\n" + body.formatted(file) + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  /** A child that waits for its parent to end. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] args) throws InterruptedException {
      SecondStart.of(List.of());
      System.out.println("waiting");
      Thread.sleep(TimeUnit.MINUTES.toMillis(5));
    }
  }
}
