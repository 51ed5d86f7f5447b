package com.sparkify.etl.it.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.aws.FakeAws.Answer;
import com.sparkify.etl.it.aws.SparkifyAws.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all commands of {@code sparkify-aws} have in common. */
class UsageTest {
  @TempDir private Path folder = Path.of("");
  private FakeAws aws;
  private SparkifyAws sparkify;

  @BeforeEach
  void answer() {
    aws = FakeAws.in(folder);
    sparkify = SparkifyAws.in(folder, aws);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "upload", "submit", "logs", "cost", "destroy"})
  void explainsEachCommandWithoutAws(String command) {
    Ended all = sparkify.run("--help");
    Ended one = sparkify.run(command, "--stack", "x", "--help");

    assertThat(all.exitCode()).isZero();
    assertThat(all.out()).contains("\n  " + command + " ");
    assertThat(one.exitCode()).isZero();
    assertThat(one.out()).contains("Usage: sparkify-aws " + command);
    assertThat(aws.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sbumit; 'sbumit' is no command",
        "submit --wiat; '--wiat' is no option",
        "submit run; 'run' is no option or argument",
        "submit --name; '--name' needs a value",
        "submit --poll soon; a number of seconds",
        "submit --timeout 1h; a number of minutes",
        "submit --command rm_all; a command of the job",
        "submit --spark-conf spark.x; KEY=VALUE",
        "create --set Schedule; KEY=VALUE",
        "create athena; 'athena' is no option",
        "create --stack; '--stack' needs a value",
        "create --stack My_Lake; expected small letters",
        "create --stack a--b; 'a--b'",
        "create --region here; a region such as",
        "logs ../x; an id as submit prints it",
        "logs 00run 00run; '00run' is no option or argument",
        "logs --stream both; stdout or stderr",
        "cost ../x; an id such as",
        "destroy lake; 'lake' is no option or argument"
      })
  void saysWhatIsWrongBeforeItCallsAws(String arguments, String message) {
    Ended ended = sparkify.run(arguments.split(" ", -1));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).startsWith("sparkify-aws: ").contains(message);
    assertThat(ended.out()).isEmpty();
    assertThat(aws.calls()).isEmpty();
  }

  @Test
  void withoutACommandItExplainsItself() {
    Ended ended = sparkify.run();

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("Usage: sparkify-aws COMMAND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create redshift", "upload --songs .", "submit", "logs", "cost"})
  void saysThatTheStackIsMissing(String arguments) {
    aws.answers(
        "cloudformation describe-stacks", Answer.failure("Stack with id lake-2 does not exist"));

    Ended ended = sparkify.with("SPARKIFY_STACK", "lake-2").run(arguments.split(" ", -1));

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("There is no stack 'lake-2'", "--stack");
    assertThat(aws.calls()).containsExactly(SparkifyAws.describe("lake-2"));
  }

  @Test
  void saysThatTheStackIsNoneOfOurs() {
    aws.answers("cloudformation describe-stacks", "Other\tx\n");

    Ended ended = sparkify.run("submit");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("The stack 'sparkify' has no output 'RawBucket'");
    assertThat(aws.calls()).hasSize(1);
  }

  @Test
  void saysThatTheAwsCliIsMissing() throws IOException {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (String program : List.of("dirname", "readlink", "sed", "awk", "cat")) {
      Files.createSymbolicLink(programs.resolve(program), Path.of("/usr/bin").resolve(program));
    }

    Ended ended =
        sparkify
            .with("PATH", programs.toString())
            .run(
                List.of(
                    System.getProperty("sparkify.bash", "/bin/bash"),
                    SparkifyAws.SCRIPT.toString()),
                "submit");

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("no command 'aws'", "Install it");
  }

  @Test
  void runsAsAProgramThroughALinkFromAnotherFolder() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("lake"), SparkifyAws.SCRIPT);
    aws.answers("cloudformation describe-stacks", SparkifyAws.LAKE_OUTPUTS);
    aws.answers("cloudformation deploy", "");

    Ended ended = sparkify.run(List.of(link.toString()), "create");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(aws.calls().get(0))
        .contains(SparkifyAws.SCRIPT.resolveSibling("lake.yaml").toString());
  }
}
