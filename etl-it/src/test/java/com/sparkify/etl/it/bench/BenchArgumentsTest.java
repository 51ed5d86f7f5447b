package com.sparkify.etl.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchArgumentsTest {
  @Test
  void runsEveryCaseFiveTimesIfNothingElseIsAsked() {
    BenchArguments arguments = BenchArguments.of(List.of());

    assertThat(arguments.cases()).containsExactly(Case.values());
    assertThat(arguments.rounds()).isEqualTo(5);
    assertThat(arguments.sources()).isEmpty();
    assertThat(arguments.eventsMillions()).isEqualTo(10);
    assertThat(arguments.delay()).isEqualTo(Duration.ofMillis(30));
    assertThat(arguments.keep()).isEmpty();
  }

  @Test
  void takesOptionsInBothWays() {
    BenchArguments arguments =
        BenchArguments.of(
            List.of(
                "large",
                "--rounds=2",
                "small",
                "--songs",
                ".",
                "--events=.",
                "--events-millions",
                "0.2",
                "--delay-ms=0",
                "--keep=here"));

    assertThat(arguments.cases()).containsExactly(Case.LARGE, Case.SMALL);
    assertThat(arguments.rounds()).isEqualTo(2);
    Path here = Path.of("").toAbsolutePath();
    assertThat(arguments.sources()).contains(new Sources(here, here));
    assertThat(arguments.eventsMillions()).isEqualTo(0.2);
    assertThat(arguments.delay()).isZero();
    assertThat(arguments.keep()).contains(here.resolve("here"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "tiny | 'tiny' is no case; expected small, songs, folders, large or s3",
        "--round=2 | '--round=2' is no option; expected one of [--delay-ms",
        "small --rounds | '--rounds' has no value; expected one after it",
        "--rounds 0 | --rounds is '0'; expected a number from 1",
        "--rounds 1.5 | --rounds is '1.5'; expected a number from 1",
        "--rounds many | --rounds is 'many'; expected a number from 1",
        "--events-millions 0 | --events-millions is '0'; expected a number above 0, such as 0.2",
        "--delay-ms -1 | --delay-ms is '-1'; expected milliseconds, such as 30",
        "--songs . | '--songs' is given alone; expected --songs and --events together",
        "--events . | '--events' is given alone; expected --songs and --events together",
        "--songs nowhere | 'nowhere' is no folder; expected one with JSON files",
      })
  void saysWhatWasGivenAndWhatIsExpected(String given, String problem) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int exitCode =
        Bench.run(
            List.of(given.split(" ", -1)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));

    assertThat(exitCode).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).startsWith("bench: " + problem).contains("Usage: bench");
  }
}
