package com.sparkify.etl.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Sparkify.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job on generated files with every fault: it finds what the generator says it wrote, and
 * answers questions about it as DuckDB does.
 */
class GeneratedDataTest {
  @Test
  void acceptsEveryGoodEventOnceAndRejectsEveryDamagedLine(@TempDir Path folder)
      throws IOException {
    Ended made =
        sparkify(
            folder,
            "generate",
            "--out=data",
            "--songs=200",
            "--events=3000",
            "--malformed=0.02",
            "--duplicates=0.02",
            "--late=0.02",
            "--absent-keys=0.1");
    assertThat(made.exitCode()).as(made.err()).isZero();
    String events = number(made.out(), " events");
    String plays = number(made.out(), " of them plays");
    String malformed = number(made.out(), " malformed lines");
    String duplicates = number(made.out(), " duplicate events");
    long accepted = Long.parseLong(events) + Long.parseLong(duplicates);

    Ended run =
        sparkify(folder, "run", "--songs=data/song_data", "--events=data/log_data", "--lake=lake");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().replace(",", ""))
        .containsPattern(
            "events +30 +30 +%d +%d +%s\n"
                .formatted(accepted + Long.parseLong(malformed), accepted, malformed));
    assertThat(malformed).isNotEqualTo("0");
    assertThat(duplicates).isNotEqualTo("0");
    DuckDb lake = new DuckDb(folder.resolve("lake"));
    assertThat(lake.value("SELECT count(*) FROM songplays")).isEqualTo(plays);
    assertThat(lake.value("SELECT count(*) FROM songs")).isEqualTo("200");
    assertThat(new AskedLake(folder.resolve("lake")).differences()).isEmpty();
  }

  private static String number(String text, String after) {
    Matcher matcher = Pattern.compile("([0-9,]+)" + after).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1).replace(",", "");
  }

  private static Ended sparkify(Path folder, String... arguments) {
    return Sparkify.withJavaOptions().in(folder, arguments);
  }
}
