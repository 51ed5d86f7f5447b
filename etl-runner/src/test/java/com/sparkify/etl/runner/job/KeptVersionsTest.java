package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.lake.Version.Contents;
import com.sparkify.etl.runner.TestSettings;
import com.sparkify.etl.runner.output.OutputFormat;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.report.RunLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptVersionsTest {
  private static final String FIRST = "20181101T120000.000Z";
  private static final String SECOND = "20181102T120000.000Z";
  private static final String THIRD = "20181103T120000.000Z";

  private final KeptVersions kept =
      kept(
          new VersionedLake(
              List.of(
                  version(FIRST, "2018-11-01T12:00:00Z", 5),
                  version(SECOND, "2018-11-02T12:00:00Z", 1234),
                  version(THIRD, "2018-11-03T12:00:00Z", 1234))));

  @ParameterizedTest
  @ValueSource(strings = {SECOND, "run-" + SECOND})
  void findsAVersionByItsRunOrItsTag(String run) {
    assertThat(kept.named(run, "look").runId()).isEqualTo(SECOND);
    assertThat(kept.asOf(run).runId()).isEqualTo(SECOND);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-11-02T12:00:00Z, 20181102T120000.000Z",
    "2018-11-02T11:59:59.999Z, 20181101T120000.000Z",
    "2018-11-02T12:30:00, 20181102T120000.000Z",
    "2018-11-02 12:30:00, 20181102T120000.000Z",
    "2018-11-03, 20181102T120000.000Z",
    "2030-01-01, 20181103T120000.000Z"
  })
  void findsTheVersionThatWasCurrentAtATime(String time, String run) {
    assertThat(kept.asOf(time).runId()).isEqualTo(run);
  }

  @Test
  void namesTheNewestRunsToWhoNamesAnother() {
    EtlException failure =
        catchThrowableOfType(EtlException.class, () -> kept.named("run-2017", "go back to 2017"));

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(failure)
        .hasMessageStartingWith("Could not go back to 2017 in the lake './lake': it keeps no")
        .hasMessageContaining(
            "The newest are %s, %s, %s; 'sparkify history'", THIRD, SECOND, FIRST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2018-11-01T11:59:59Z | it keeps no version as old as that. The newest are",
        "yesterday | that is neither a run that it keeps nor a time. The newest are"
      })
  void saysWhyThereIsNoVersion(String asked, String why) {
    assertThatThrownBy(() -> kept.asOf(asked))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("as of '%s'", asked)
        .hasMessageContaining(why);
  }

  @Test
  void saysThatNothingIsPublished() {
    assertThatThrownBy(() -> kept(new VersionedLake(List.of())).asOf("2018-11-01"))
        .hasMessageContaining("Nothing is published in it yet");
  }

  @Test
  void readsAllTablesOfOneVersion() {
    assertThatThrownBy(() -> kept.reading(Optional.empty()).apply(Users.TABLE))
        .hasMessage("read users of " + THIRD);
    assertThatThrownBy(() -> kept.reading(Optional.of(FIRST)).apply(Users.TABLE))
        .hasMessage("read users of " + FIRST);
    assertThatThrownBy(
            () -> kept(new VersionedLake(List.of())).reading(Optional.empty()).apply(Users.TABLE))
        .hasMessage("read the newest users");
  }

  @Test
  void saysWhatKeepsVersionsWhereTheLakeDoesNot() {
    KeptVersions none =
        kept(
            new ReadOnlyLake(
                table -> {
                  throw new IllegalStateException("read the only " + table.name());
                }));

    EtlException failure =
        catchThrowableOfType(EtlException.class, () -> none.history("show the history"));

    assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
    assertThat(failure)
        .hasMessageStartingWith("Could not show the history: the lake './lake' is in a format")
        .hasMessageContaining("sparkify.lake.format to iceberg")
        .hasMessageContaining("sparkify migrate --to iceberg");
    assertThatThrownBy(() -> none.reading(Optional.empty()).apply(Users.TABLE))
        .hasMessage("read the only users");
  }

  @Test
  void showsTheHistoryNewestFirstWithWhatChanged(@TempDir Path lake) {
    assertThat(history(lake, 2, OutputFormat.TABLE))
        .containsSubsequence(
            "run                   published at          command",
            "users",
            THIRD + "  2018-11-03T12:00:00Z  -",
            "1,234\n".strip(),
            SECOND + "  2018-11-02T12:00:00Z  -",
            "1,234 (+1,229)")
        .doesNotContain(FIRST);
  }

  @Test
  void writesTheHistoryForPrograms(@TempDir Path lake) {
    assertThat(history(lake, 20, OutputFormat.JSON))
        .contains("\"run\" : \"%s\"".formatted(FIRST), "\"users\" : 5, \"users_change\" : null")
        .contains("\"users\" : 1234, \"users_change\" : 1229", "\"songs\" : null");
  }

  private String history(Path lake, int limit, OutputFormat format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new HistoryJob(kept, new RunLog(lake.toString(), new Configuration()), new Streams(out, out))
        .show(limit, format);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static KeptVersions kept(Lake lake) {
    return new KeptVersions(lake, TestSettings.with().lake());
  }

  private static Version version(String run, String at, long users) {
    return new Version(
        run,
        at,
        new Basis(Set.of(), Set.of(), ""),
        "",
        Map.of("users", new Contents(Map.of("", users), 1, 1, 1, 1)));
  }
}
