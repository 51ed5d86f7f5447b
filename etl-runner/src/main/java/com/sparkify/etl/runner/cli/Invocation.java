package com.sparkify.etl.runner.cli;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.output.Streams;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What somebody asks for. */
public record Invocation(Command command, Verbosity verbosity) {

  /** How much Spark may say. */
  public enum Verbosity {
    /** Nothing but errors. */
    QUIET,
    /** What Spark logs from INFO. */
    VERBOSE
  }

  /**
   * The command of {@code args}; empty if help was asked for, which is printed.
   *
   * @throws EtlException of kind CONFIG if {@code args} are no command
   */
  public static Optional<Invocation> parse(String[] args, Streams streams) {
    CommandLine sparkify = commandLine(streams);
    try {
      ParseResult parsed = sparkify.parseArgs(args);
      return CommandLine.executeHelpRequest(parsed) == null
          ? Optional.of(invocation(parsed))
          : Optional.empty();
    } catch (ParameterException e) {
      throw new EtlException(Kind.CONFIG, UsageErrors.message(e), e);
    }
  }

  static CommandLine commandLine(Streams streams) {
    return new CommandLine(new Sparkify())
        .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false);
  }

  private static Invocation invocation(ParseResult parsed) {
    ParseResult command = parsed;
    boolean isVerbose = false;
    while (command.hasSubcommand()) {
      command = command.subcommand();
      isVerbose |= command.hasMatchedOption("--verbose");
    }
    CommandSpec spec = command.commandSpec();
    if (!(spec.userObject() instanceof Command asked)) {
      throw new EtlException(
          Kind.CONFIG,
          "which command? '%1$s --help' lists them, for example '%1$s %2$s'"
              .formatted(spec.qualifiedName(), spec.subcommands().keySet().iterator().next()));
    }
    return new Invocation(asked, isVerbose ? Verbosity.VERBOSE : Verbosity.QUIET);
  }
}
