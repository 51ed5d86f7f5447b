package com.sparkify.etl.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong seconds = new AtomicLong();

  @Test
  void writesALineForEachPhase() {
    try (Progress progress = Progress.lines(err, this::now)) {
      progress.phase("start Spark");
      seconds.set(12);
      progress.phase("stage events");
    }

    assertThat(written())
        .isEqualTo("sparkify:    0 s  start Spark\nsparkify:   12 s  stage events\n");
  }

  @Test
  void writesOverTheLineOfATerminalAndClearsIt() {
    try (Progress progress = Progress.updating(err, this::now)) {
      progress.phase("start Spark");
      progress.phase("stage events");
    }

    assertThat(written())
        .startsWith("\r\u001b[Kstart Spark ... 0 s")
        .contains("\r\u001b[Kstage events ... 0 s")
        .endsWith("\r\u001b[K")
        .doesNotContain("\n");
  }

  private Instant now() {
    return Instant.ofEpochSecond(seconds.get());
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
