package com.sparkify.etl.runner.cli;

import picocli.CommandLine.Option;

/** The options of every command. They are read while the arguments are parsed. */
final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show what Spark logs, and the trace of a failure.")
  boolean verbose;
}
