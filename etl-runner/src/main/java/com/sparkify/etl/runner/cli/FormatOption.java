package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.output.OutputFormat;
import picocli.CommandLine.Option;

/** The option of commands whose rows can be shown in every format. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TABLE;

  OutputFormat format() {
    return format;
  }
}
