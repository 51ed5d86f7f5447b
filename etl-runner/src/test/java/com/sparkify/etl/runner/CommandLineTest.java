package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.cli.Launch;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.CatalogNeed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, from its arguments to the exit code. */
class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final RecordedLaunch launch = new RecordedLaunch();

  @Test
  void listsCommandsExamplesAndExitCodes() {
    assertThat(run("--help")).isEqualTo(ExitCode.OK);

    assertThat(out())
        .startsWith("Usage: sparkify [-hV] COMMAND")
        .contains("run  ", "stage  ", "build  ", "check  ", "query  ", "status  ", "rejects  ")
        .contains("generate  ", "doctor  ", "help  ", "Examples:")
        .containsSubsequence("Exit codes:", "0   done", "1   a bug", "2   the command line")
        .containsSubsequence("3   the source", "4   a quality check", "5   the storage")
        .contains("max-rejects=1%\n");
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "stage",
        "build",
        "check",
        "query",
        "tables",
        "status",
        "rejects",
        "generate",
        "vacuum",
        "history",
        "diff",
        "rollback",
        "maintain",
        "migrate",
        "doctor"
      })
  void explainsEveryCommand(String command) {
    assertThat(run(command, "--help")).isEqualTo(ExitCode.OK);
    String help = out();
    out.reset();
    assertThat(run("help", command)).isEqualTo(ExitCode.OK);

    assertThat(help)
        .startsWith("Usage: sparkify " + command + " ")
        .contains("--verbose", "Options:", "Examples:", "  sparkify " + command);
    assertThat(out()).isEqualTo(help);
    assertThat(err()).isEmpty();
    assertThat(launch.launched).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "stage",
        "build",
        "check",
        "query",
        "status",
        "rejects",
        "vacuum",
        "history",
        "diff",
        "rollback",
        "maintain",
        "migrate",
        "doctor"
      })
  void explainsTheOptionsForSettings(String command) {
    run(command, "--help");

    assertThat(out())
        .contains("--config=FILE", "--songs=PATH", "--events=PATH", "--lake=PATH")
        .contains("--set=KEY=VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "drop", "show", "ddl"})
  void explainsEveryCommandOfTables(String command) {
    assertThat(run("tables", command, "--help")).isEqualTo(ExitCode.OK);

    assertThat(out())
        .startsWith("Usage: sparkify tables " + command + " ")
        .contains("--verbose", "--lake=PATH", "Examples:", "  sparkify tables " + command);
    assertThat(launch.launched).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    assertThat(run("--version")).isEqualTo(ExitCode.OK);

    assertThat(out()).matches("sparkify [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu | sparkify: there is no command 'rnu'; did you mean 'run'? 'sparkify --help' says more",
        "xyzzy | sparkify: there is no command 'xyzzy'; 'sparkify --help' says more",
        "--hlep | sparkify: there is no option '--hlep'; did you mean '--help'? 'sparkify --help'",
        "run --ful | there is no option '--ful'; did you mean '--full'? 'sparkify run --help'",
        "run --laek=x | there is no option '--laek'; did you mean '--lake'?",
        "run now | sparkify: 'now' is one argument too many; 'sparkify run --help' says more",
        "run --config | --config",
        "run --lake a --lake b | option '--lake' (PATH) should be specified only once",
        "run --since november | Invalid value for option '--since'",
        "run --since 2018-13 | '2018-13' is no month; expected a year and a month, for example 2018-11",
        "build --until 2018-1 | '2018-1' is no month",
        "run --since 2018-12 --until 2018-11 | expected the earlier month first, for example --since",
        "build --full --since 2018-11 | --full builds every month, --since and --until only some;",
        "query | which question? expected exactly one of NAME, --sql, --all and --list, for example",
        "query top-songs --all | that is more than one question; expected exactly one of NAME",
        "query top-songs top-artists | 'top-artists' is one argument too many",
        "query top-song | there is no question 'top-song'; did you mean 'top-songs'? 'sparkify query",
        "query xyzzy | there is no question 'xyzzy'; 'sparkify query --list' names them, --sql takes",
        "query --sql x --expect f | --expect compares answers to the project's questions; expected NAME",
        "query --list --format csv | --format is for answers; --list and --expect show none",
        "query --all --format csv | --format csv holds the rows of one question; expected table or json",
        "query --list --as-of x | --as-of is for answers; --list shows none",
        "history --limit 0 | --limit is '0'; expected 1 or more, for example 20",
        "diff a | Missing required parameter: 'RUN'",
        "diff a b --keys -1 | --keys is '-1'; expected 0 or more, for example 3",
        "rollback | Missing required option: '--to=RUN'; 'sparkify rollback --help' says more",
        "migrate | Missing required option: '--to=FORMAT'",
        "migrate --to parquet | Invalid value for option '--to': expected one of",
        "query --sql x --format xml | Invalid value for option '--format': expected one of",
        "rejects --limit many | Invalid value for option '--limit'",
        "rejects --limit 0 | --limit is '0'; expected 1 or more",
        "generate | Missing required option: '--out=DIR'",
        "generate --out x --first-day soon | Invalid value for option '--first-day'",
        "generate --out x --days 0 | has '0' as days; it is a number from 1 to 3660, such as 30",
        "tables | sparkify: which command? 'sparkify tables --help' lists them, for example 'sparkify tables create'",
        "tables shwo | there is no command 'shwo'; did you mean 'show'? 'sparkify tables --help'",
        "tables drop | 'tables drop' makes the catalog forget the tables, so it needs --yes",
        "tables ddl | Missing required option: '--target=ENGINE'; 'sparkify tables ddl --help' says more",
        "tables ddl --target oracle | Invalid value for option '--target': expected one of",
        "tables ddl --target athena --projection 2030-2018 | expected the earlier year first",
        "tables ddl --target athena --projection soon | 'soon' is no range of years; expected two",
        "tables ddl --target spark --projection | --projection is for Athena only",
        "help rnu | rnu",
        "'' | sparkify: which command? 'sparkify --help' lists them"
      })
  void saysWhatIsWrongInOneLine(String arguments, String expected) {
    ExitCode code = run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

    assertThat(code).isEqualTo(ExitCode.CONFIG);
    assertThat(err()).startsWith("sparkify: ").contains(expected).hasLineCount(1);
    assertThat(out()).isEmpty();
    assertThat(launch.launched).isEmpty();
  }

  @Test
  void echoesNoValueOfAnUnknownOption() {
    run("run", "--password=hunter2");

    assertThat(err()).contains("--password").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "run, withCatalog IF_THERE RunJob",
    "stage, withSpark StageJob",
    "build --full, withCatalog IF_THERE BuildJob",
    "run --since 2018-11 --until 2018-11 --allow-shrink, withCatalog IF_THERE RunJob",
    "check, withSpark CheckJob",
    "query --sql x --format JSON, withSpark QueryJob",
    "query top-songs --format csv, withSpark QuestionsJob",
    "query top-songs --expect x, withSpark QuestionsJob",
    "query --all, withSpark QuestionsJob",
    "query --all --format json, withSpark QuestionsJob",
    "query --list, bare QuestionListJob",
    "status, withSettings StatusJob",
    "rejects --reason x --limit 5, withSpark RejectsJob",
    "generate --out x --first-day 2018-11-30, withSpark GenerateJob",
    "vacuum --dry-run, withSpark VacuumJob",
    "query top-songs --as-of x, withSpark QuestionsJob",
    "history --format csv, withSpark HistoryJob",
    "diff a b, withSpark DiffJob",
    "rollback --to x, withSpark RollbackJob",
    "maintain, withSpark MaintainJob",
    "migrate --to Iceberg, withSpark MigrateJob",
    "tables create, withCatalog MADE TablesJob",
    "tables drop --yes, withCatalog THERE TablesJob",
    "tables show, withCatalog THERE TablesJob",
    "tables ddl --target Athena --projection 2018-2030, withSettings DdlJob",
    "doctor, bare DoctorJob"
  })
  void launchesTheJobOfACommand(String arguments, String launched) {
    assertThat(run(arguments.split(" ", -1))).isEqualTo(ExitCode.OK);

    assertThat(launch.launched).containsExactly(launched);
  }

  @Test
  void handsOnWhatTheOptionsSay() {
    run(
        "stage",
        "--config",
        "c",
        "--songs=s",
        "--events",
        "e",
        "--lake",
        "l",
        "--set",
        "a=b=c",
        "--set",
        "d");

    assertThat(launch.overrides)
        .containsExactly(
            new Overrides(
                Optional.of("c"),
                Optional.of("s"),
                Optional.of("e"),
                Optional.of("l"),
                List.of("a=b=c", "d")));
  }

  @Test
  void migratesToTheFormatWhateverTheSettingsSay() {
    run("migrate", "--to=iceberg", "--set=sparkify.lake.format=parquet");

    assertThat(launch.overrides)
        .containsExactly(
            Overrides.none()
                .with("sparkify.lake.format=parquet")
                .with("sparkify.lake.format=iceberg"));
  }

  @ParameterizedTest
  @CsvSource({"CONFIG, 2", "SOURCE_DATA, 3", "QUALITY, 4", "STORAGE, 5"})
  void exitsWithTheCodeOfTheKind(Kind kind, int code) {
    launch.failure = Optional.of(new EtlException(kind, "It went wrong."));

    assertThat(run("run").value()).isEqualTo(code);
    assertThat(err()).isEqualTo("sparkify: It went wrong.\n");
  }

  @Test
  void showsTheTraceOfABug() {
    launch.failure = Optional.of(new IllegalStateException("oops"));

    assertThat(run("run").value()).isEqualTo(1);
    assertThat(err()).startsWith("sparkify: this is a bug: ").contains("oops\n\tat ");
  }

  @Test
  void showsTheTraceOfAFailureIfVerbose() {
    launch.failure = Optional.of(new EtlException(Kind.STORAGE, "It went wrong."));

    run("run", "--verbose");

    assertThat(err()).startsWith("sparkify: It went wrong.\n").contains("\tat ");
  }

  @Test
  void throwsInACluster() {
    launch.failure = Optional.of(new EtlException(Kind.QUALITY, "It went wrong."));

    assertThatThrownBy(() -> Main.runInCluster(new String[] {"run"}, streams(), p -> launch))
        .isInstanceOf(EtlException.class)
        .hasMessage("It went wrong.");
    assertThatThrownBy(() -> Main.runInCluster(new String[] {"rnu"}, streams(), p -> launch))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("rnu");
  }

  @Test
  void doesNotExitInACluster() {
    System.setProperty("spark.submit.deployMode", "cluster");
    try {
      assertThatThrownBy(() -> Main.main(new String[] {"rnu"})).hasMessageContaining("rnu");
    } finally {
      System.clearProperty("spark.submit.deployMode");
    }
  }

  @Test
  void returnsFromAClusterThatSucceeds() {
    Main.runInCluster(new String[] {"run"}, streams(), progress -> launch);

    assertThat(launch.launched).containsExactly("withCatalog IF_THERE RunJob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "stage",
        "build",
        "check",
        "query --sql x",
        "query --all",
        "status",
        "rejects"
      })
  void reportsSettingsBeforeItOpensSpark(String command) {
    String arguments = command + " --set sparkify.lake.pth=x --set sparkify.lake.format=orc";

    ExitCode code =
        Main.run(
            arguments.split(" ", -1),
            streams(),
            p -> new Launcher(streams(), p, SecondStart.never()));

    assertThat(code).isEqualTo(ExitCode.CONFIG);
    assertThat(err())
        .startsWith("sparkify: The configuration has 2 problems:\n")
        .contains("did you mean sparkify.lake.path?")
        .contains("expected parquet")
        .doesNotContain("Exception");
  }

  @Test
  void reportsAMissingFileOfSettings(@TempDir Path folder) {
    String file = folder.resolve("none.conf").toString();

    ExitCode code =
        Main.run(
            new String[] {"status", "--config", file},
            streams(),
            p -> new Launcher(streams(), p, SecondStart.never()));

    assertThat(code).isEqualTo(ExitCode.CONFIG);
    assertThat(err()).contains("--config: '" + file + "' cannot be read (no such file)");
  }

  private ExitCode run(String... args) {
    return Main.run(args, streams(), progress -> launch);
  }

  private Streams streams() {
    return new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Launches nothing, or fails. */
  private static final class RecordedLaunch implements Launch {
    private final List<String> launched = new ArrayList<>();
    private final List<Overrides> overrides = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();

    @Override
    public <J> void bare(Class<J> job, Consumer<J> work) {
      record("bare", job);
    }

    @Override
    public <J> void withSettings(Overrides given, Class<J> job, Consumer<J> work) {
      overrides.add(given);
      record("withSettings", job);
    }

    @Override
    public <J> void withCatalog(
        Overrides given, Input input, CatalogNeed need, Class<J> job, Consumer<J> work) {
      overrides.add(given);
      record(need == CatalogNeed.NONE ? "withSpark" : "withCatalog " + need, job);
    }

    private void record(String how, Class<?> job) {
      launched.add(how + " " + job.getSimpleName());
      failure.ifPresent(
          thrown -> {
            throw thrown;
          });
    }
  }
}
