package com.sparkify.etl.it.soak;

import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.config.Settings;
import com.sparkify.etl.runner.config.SettingsLoader;
import com.sparkify.etl.runner.spark.HadoopConfigurations;
import com.sparkify.etl.runner.spark.SparkSessions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Many runs in a row on files that arrive bit by bit, with a vacuum now and then. It samples what
 * could grow, and compares the tables with those of one run on all files in a lake of its own.
 *
 * <p>Arguments: {@code one-process} or {@code processes}, the number of runs, after how many of
 * them comes a vacuum. It works in a new folder of the one where it is started. Prints a line a
 * run, then what was found; exits with 1 if something grows.
 */
public final class Soak {
  /** Two packed batches of four files, 21 reports, the version and the lock of nobody. */
  private static final int WORK_FILES_AFTER_VACUUM = 32;

  private static final Overrides FEW_TASKS =
      new Overrides(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of("sparkify.spark.conf.spark.sql.shuffle.partitions=2"));

  private final Program program;
  private final Deliveries deliveries;
  private final Path lake;
  private final PrintStream out;
  private final List<Sample> samples = new ArrayList<>();
  private final List<Sample> vacuumed = new ArrayList<>();

  private Soak(Program program, Deliveries deliveries, Path lake, PrintStream out) {
    this.program = program;
    this.deliveries = deliveries;
    this.lake = lake;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException(
          "%d arguments; expected one-process or processes, runs, runs a vacuum, such as: one-process 200 10"
              .formatted(arguments.length));
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "soak");
    Program program =
        switch (arguments[0]) {
          case "one-process" -> Program.inThisJvm(SparkSessions.open(settings(FEW_TASKS)));
          case "processes" -> Program.ofProcesses(folder, Sparkify.withJavaOptions());
          default ->
              throw new IllegalArgumentException(
                  "'%s'; expected one-process or processes".formatted(arguments[0]));
        };
    int runs = Integer.parseInt(arguments[1]);
    Deliveries deliveries = Deliveries.generated(program, folder, runs);
    Soak soak = new Soak(program, deliveries, folder.resolve("lake"), out);
    System.exit(soak.isFlat(runs, Integer.parseInt(arguments[2])) ? 0 : 1);
  }

  private static Settings settings(Overrides overrides) {
    return SettingsLoader.load(overrides, HadoopConfigurations::of);
  }

  private boolean isFlat(int runs, int runsPerVacuum) throws IOException {
    out.println(Sample.heading());
    for (int run = 0; run < runs; run++) {
      deliveries.next(run);
      samples.add(sampled(run, "run", lake));
      out.println(samples.get(run).line());
      if (run % runsPerVacuum == runsPerVacuum - 1) {
        vacuumed.add(sampled(run, "vacuum", lake));
        out.println(vacuumed.get(vacuumed.size() - 1).line() + " vacuum");
      }
    }
    Verdict verdict = Verdict.of(samples, vacuumed, WORK_FILES_AFTER_VACUUM);
    verdict.findings().forEach(out::println);
    boolean isEqual = equalsOneRun();
    return verdict.isFlat() && isEqual;
  }

  private Sample sampled(int run, String command, Path at) throws IOException {
    long start = System.nanoTime();
    double cpuStart = Sample.cpuSecondsSoFar();
    program
        .run(
            List.of(
                command,
                "--songs=" + deliveries.arrivedSongs(),
                "--events=" + deliveries.arrivedLogs(),
                "--lake=" + at,
                "--set=sparkify.vacuum.keep-reports=1 second"))
        .ok();
    double cpuSeconds = Sample.cpuSecondsSoFar() - cpuStart;
    double seconds = (System.nanoTime() - start) / 1e9;
    double heapMib = deliveries.runs() < Verdict.LEAST_RUNS ? Double.NaN : Sample.liveHeapMib();
    return Sample.after(run + 1, seconds, cpuSeconds, heapMib, lake);
  }

  private boolean equalsOneRun() throws IOException {
    Path fresh = lake.resolveSibling("fresh");
    sampled(0, "run", fresh);
    boolean isEqual = true;
    for (String table : DuckDb.TABLES) {
      String everyRow = "SELECT * FROM %s ORDER BY ALL".formatted(table);
      List<String> many = new DuckDb(lake).rows(everyRow);
      boolean isSame = many.equals(new DuckDb(fresh).rows(everyRow));
      isEqual &= isSame;
      out.println(
          "%s: the %,d rows of %s are those of one run"
              .formatted(isSame ? "equal" : "NOT EQUAL", many.size(), table));
    }
    return isEqual;
  }
}
