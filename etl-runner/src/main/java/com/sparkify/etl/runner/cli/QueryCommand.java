package com.sparkify.etl.runner.cli;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.analytics.Question;
import com.sparkify.etl.core.analytics.Questions;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.QueryJob;
import com.sparkify.etl.runner.job.QuestionListJob;
import com.sparkify.etl.runner.job.QuestionsJob;
import com.sparkify.etl.runner.output.OutputFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sparkify query}. */
@CommandLine.Command(
    name = "query",
    description = {
      "Answer questions about the published tables: one or all of the project's own, or SQL.",
      "They are artists, songs, users, user_levels, time, songplays. Timestamps are shown in UTC.",
      "With --expect, an answer that differs from the file is shown, and ends in exit code 4."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify query --list",
      "  sparkify query top-songs",
      "  sparkify query --all --format json > answers.json",
      "  sparkify query --all --expect answers.json",
      "  sparkify query --sql 'SELECT level, count(*) AS plays FROM songplays GROUP BY level'",
      "  sparkify query --sql 'SELECT * FROM users' --format csv > users.csv",
      "  sparkify query key-figures --as-of 2018-11-30T12:00:00Z"
    })
final class QueryCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "A question of the project; --list names them.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--sql", paramLabel = "TEXT", description = "A question of your own.")
  private Optional<String> sql = Optional.empty();

  @Option(names = "--all", description = "Every question of the project.")
  private boolean all;

  @Option(names = "--list", description = "Only show names and titles of the project's questions.")
  private boolean list;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description =
          "Compare with the answers in this file, which --all --format json writes, and show what"
              + " differs.")
  private Optional<String> expect = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "RUN",
      description =
          "The tables as they were after this run, or at this time, such as 2018-11-30T12:00:00Z; for"
              + " a lake that keeps versions (sparkify history).")
  private Optional<String> asOf = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; with --all not csv. Default: table.")
  private Optional<OutputFormat> format = Optional.empty();

  @Override
  public void execute(Launch launch) {
    requireOneSubject();
    requireOptionsThatFit();
    if (list) {
      launch.bare(QuestionListJob.class, QuestionListJob::print);
    } else if (sql.isPresent()) {
      ask(launch, QueryJob.class, job -> job.run(sql.orElseThrow(), asOf, shown()));
    } else if (expect.isPresent()) {
      List<Question> questions = questions();
      ask(launch, QuestionsJob.class, job -> job.compare(questions, asOf, expect.orElseThrow()));
    } else if (name.isPresent()) {
      Question question = questions().get(0);
      ask(launch, QuestionsJob.class, job -> job.answer(question, asOf, shown()));
    } else if (shown() == OutputFormat.JSON) {
      ask(launch, QuestionsJob.class, job -> job.writeSheet(asOf));
    } else {
      ask(launch, QuestionsJob.class, job -> job.answerAll(asOf));
    }
  }

  private <J> void ask(Launch launch, Class<J> job, Consumer<J> work) {
    launch.withSpark(settings.overrides(), Input.LAKE, job, work);
  }

  private OutputFormat shown() {
    return format.orElse(OutputFormat.TABLE);
  }

  private List<Question> questions() {
    return name.map(QueryCommand::named).map(List::of).orElseGet(Questions::all);
  }

  private void requireOneSubject() {
    long asked = Stream.of(name.isPresent(), sql.isPresent(), all, list).filter(is -> is).count();
    if (asked != 1) {
      throw new EtlException(
          Kind.CONFIG,
          UsageErrors.advised(
              asked == 0 ? "which question?" : "that is more than one question",
              "expected exactly one of NAME, --sql, --all and --list, for example"
                  + " 'sparkify query top-songs'; 'sparkify query --help' says more"));
    }
  }

  private void requireOptionsThatFit() {
    if (expect.isPresent() && (list || sql.isPresent())) {
      throw new EtlException(
          Kind.CONFIG,
          "--expect compares answers to the project's questions; expected NAME or --all with it");
    }
    if (asOf.isPresent() && list) {
      throw new EtlException(
          Kind.CONFIG, "--as-of is for answers; --list shows none, leave it out");
    }
    if (format.isPresent() && (list || expect.isPresent())) {
      throw new EtlException(
          Kind.CONFIG, "--format is for answers; --list and --expect show none, leave it out");
    }
    if (all && shown() == OutputFormat.CSV) {
      throw new EtlException(
          Kind.CONFIG,
          "--format csv holds the rows of one question; expected table or json with --all, or NAME");
    }
  }

  private static Question named(String name) {
    List<Question> all = Questions.all();
    return all.stream()
        .filter(question -> question.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new EtlException(
                    Kind.CONFIG,
                    UsageErrors.advised(
                        "there is no question '%s'%s"
                            .formatted(
                                name,
                                UsageErrors.meant(name, all.stream().map(Question::name).toList())),
                        "'sparkify query --list' names them, --sql takes SQL")));
  }
}
