package com.sparkify.etl.it.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void tellsHowLongAProcessRanAndWhatMemoryItHad() {
    Measured measured = Measured.of(shell("sleep 0.3"), output());

    assertThat(measured.wallSeconds()).isBetween(0.3, 60.0);
    assertThat(measured.peakBytes().isPresent()).isEqualTo(Files.exists(Path.of("/proc")));
    assertThat(measured.cpuSeconds().isPresent()).isEqualTo(Files.exists(Path.of("/proc")));
    measured.peakBytes().ifPresent(bytes -> assertThat(bytes).isBetween(10_000L, 1_000_000_000L));
  }

  @Test
  void countsTheMemoryOfWhatAProcessStarts() {
    assumeTrue(Files.exists(Path.of("/proc")), "no /proc on this system");
    String holding = "{ head -c 100000000 /dev/zero; sleep 0.5; } | tail -c 100000000 >/dev/null";

    Measured measured = Measured.of(shell(holding), output());

    assertThat(measured.peakBytes().orElseThrow()).isBetween(100_000_000L, 1_000_000_000L);
  }

  @Test
  void quotesTheOutputOfAProcessThatFails() {
    assertThatThrownBy(() -> Measured.of(shell("echo out of $1 luck >&2; exit 3"), output()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Exit code 3")
        .hasMessageContaining("out of all luck");
  }

  private static Command shell(String script) {
    return new Command(List.of("sh", "-c", script, "sh", "all"), Map.of());
  }

  private Path output() {
    return folder.resolve("output.txt");
  }
}
