package com.sparkify.etl.runner;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.runner.cli.Invocation;
import com.sparkify.etl.runner.cli.Invocation.Verbosity;
import com.sparkify.etl.runner.cli.Launch;
import com.sparkify.etl.runner.output.Progress;
import com.sparkify.etl.runner.output.Streams;
import com.sparkify.etl.runner.spark.Causes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns arguments into a command, and what came of it into an exit code. */
public final class Main {
  private Main() {}

  /** In a cluster's own driver a failure is thrown: to exit would hide it from the cluster. */
  public static void main(String[] args) {
    Streams streams = Streams.ofProcess();
    if ("cluster".equals(System.getProperty("spark.submit.deployMode"))) {
      runInCluster(args, streams, progress -> new Launcher(streams, progress, SecondStart.never()));
    } else {
      SecondStart secondStart = SecondStart.of(List.of(args));
      System.exit(
          run(args, streams, progress -> new Launcher(streams, progress, secondStart)).value());
    }
  }

  /** Runs the command of {@code args}; the one place where a failure is reported. */
  static ExitCode run(String[] args, Streams streams, Function<Progress, Launch> launcher) {
    try {
      execute(args, streams, launcher);
      return ExitCode.OK;
    } catch (Throwable failure) {
      return report(failure, List.of(args).contains("--verbose"), streams);
    } finally {
      streams.out().flush();
      streams.err().flush();
    }
  }

  static void runInCluster(String[] args, Streams streams, Function<Progress, Launch> launcher) {
    try {
      execute(args, streams, launcher);
    } catch (Throwable failure) {
      throw Failures.explain(failure)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> Causes.unchecked(failure));
    }
  }

  private static void execute(String[] args, Streams streams, Function<Progress, Launch> launcher) {
    Optional<Invocation> asked = Invocation.parse(args, streams);
    if (asked.isEmpty()) {
      return;
    }
    Invocation invocation = asked.orElseThrow();
    Logging.configure(invocation.verbosity());
    try (Progress progress = progress(invocation.verbosity(), streams)) {
      invocation.command().execute(launcher.apply(progress));
    }
  }

  private static Progress progress(Verbosity verbosity, Streams streams) {
    return verbosity == Verbosity.QUIET && isTerminal()
        ? Progress.updating(streams.err(), Clock.systemUTC())
        : Progress.lines(streams.err(), Clock.systemUTC());
  }

  /** From Java 22 there is always a console; a terminal has a type all the same. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    String type = System.getenv("TERM");
    return System.console() != null && type != null && !type.equals("dumb");
  }

  private static ExitCode report(Throwable failure, boolean verbose, Streams streams) {
    Optional<EtlException> explained = Failures.explain(failure);
    streams
        .err()
        .print(
            "sparkify: %s\n"
                .formatted(
                    explained.map(Throwable::getMessage).orElse("this is a bug: " + failure)));
    if (verbose || explained.isEmpty()) {
      failure.printStackTrace(streams.err());
    }
    return explained.map(ExitCode::of).orElse(ExitCode.BUG);
  }
}
