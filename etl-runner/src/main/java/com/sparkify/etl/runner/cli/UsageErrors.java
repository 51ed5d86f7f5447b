package com.sparkify.etl.runner.cli;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.config.Nearest;
import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, in one line and with a way out. */
final class UsageErrors {
  private UsageErrors() {}

  static String message(ParameterException failure) {
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    return advised(
        what(failure, command), "'%s --help' says more".formatted(command.qualifiedName()));
  }

  /** What is wrong and, after it, the way out; a question ends the sentence that it is in. */
  static String advised(String wrong, String wayOut) {
    return wrong + (wrong.endsWith("?") ? " " : "; ") + wayOut;
  }

  private static String what(ParameterException failure, CommandSpec command) {
    Optional<String> unmatched =
        failure instanceof UnmatchedArgumentException e
            ? e.getUnmatched().stream().findFirst()
            : Optional.empty();
    if (unmatched.isEmpty()) {
      return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
    }
    String typed = unmatched.orElseThrow().replaceFirst("=.*", "");
    if (typed.startsWith("-")) {
      return "there is no option '%s'%s"
          .formatted(typed, meant(typed, command.optionsMap().keySet()));
    }
    return !command.subcommands().isEmpty()
        ? "there is no command '%s'%s"
            .formatted(typed, meant(typed, command.subcommands().keySet()))
        : "'%s' is one argument too many".formatted(typed);
  }

  /**
   * Does nothing if {@code given}, the value of {@code option}, is no less than {@code least}.
   *
   * @throws EtlException of kind CONFIG if it is, with {@code example} as a value that is not
   */
  static void requireAtLeast(int least, String option, int given, int example) {
    if (given < least) {
      throw new EtlException(
          Kind.CONFIG,
          "%s is '%d'; expected %d or more, for example %d"
              .formatted(option, given, least, example));
    }
  }

  /** The word that was meant, to follow what was typed; nothing if no word is near. */
  static String meant(String typed, Collection<String> known) {
    return Nearest.to(typed, known).map("; did you mean '%s'?"::formatted).orElse("");
  }
}
