package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.QueryJob;
import com.sparkify.etl.runner.output.OutputFormat;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify query}. */
@CommandLine.Command(
    name = "query",
    description = {
      "Answer a question in SQL about the published tables.",
      "They are artists, songs, users, user_levels, time, songplays. Timestamps are shown in UTC."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify query --sql 'SELECT level, count(*) AS plays FROM songplays GROUP BY level'",
      "  sparkify query --sql 'SELECT * FROM users' --format csv > users.csv"
    })
final class QueryCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(names = "--sql", required = true, paramLabel = "TEXT", description = "The question.")
  private String sql = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TABLE;

  @Override
  public void execute(Launch launch) {
    launch.withSpark(settings.overrides(), Input.LAKE, QueryJob.class, job -> job.run(sql, format));
  }
}
