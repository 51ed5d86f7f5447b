package com.sparkify.etl.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Sparkify.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people get wrong: one clear message, the documented exit code, no stack trace. */
class MistakesTest {
  @TempDir private static Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rnu; 2; run",
        "run --lkae=x; 2; --lake",
        "run --set=sparkify.lake.pth=x; 2; sparkify.lake.path",
        "run --set=sparkify.lake.format=csv; 2; parquet",
        "run --config=absent.conf; 2; absent.conf",
        "run --songs=absent; 3; 'absent'",
        "run --events=absent; 3; 'absent'",
        "query --lake=absent --sql=SELECT/**/1/**/FROM/**/songplays; 2; songplays",
        "generate --out=made --events=-1; 2; -1"
      })
  void saysWhatIsWrong(String arguments, int exitCode, String named) {
    Ended ended = Sparkify.withJavaOptions().in(folder, arguments.split(" "));

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.err()).contains(named).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(folder.resolve("lake/songs")).doesNotExist();
  }
}
