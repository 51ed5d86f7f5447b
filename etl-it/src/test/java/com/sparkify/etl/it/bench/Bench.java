package com.sparkify.etl.it.bench;

import com.sparkify.etl.it.Sparkify;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the product beside the best script of DuckDB and a typical script of Spark, as whole
 * processes on the same data, and prints the table of docs/performance.md. Ends with 1 if their
 * results differ or one of them fails, with 2 if it is not asked properly.
 *
 * <p>One run of the product on the shipped sample goes before, so that what a first run builds is
 * there.
 */
public final class Bench {
  private static final double MILLION = 1e6;
  private static final String[] FOLDERS = {"year", "artist_id"};

  private final BenchArguments arguments;
  private final WorkFolder folder;
  private final DuckDbDriver driver;
  private final Contestant duckDb;

  private Bench(BenchArguments arguments, WorkFolder folder) throws IOException {
    this.arguments = arguments;
    this.folder = folder;
    this.driver = DuckDbDriver.unpackedIn(folder.lake("duckdb-driver"));
    this.duckDb = Contestant.duckDb(driver, "year");
  }

  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  /** Does what {@code args} ask for; the result is the exit code. */
  static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.contains("--help")) {
      out.print(BenchArguments.USAGE);
      return 0;
    }
    BenchArguments arguments;
    try {
      arguments = BenchArguments.of(args);
    } catch (IllegalArgumentException wrong) {
      err.printf("bench: %s.%n%n%s", wrong.getMessage(), BenchArguments.USAGE);
      return 2;
    }
    try (WorkFolder folder = WorkFolder.at(arguments.keep())) {
      print(args, new Bench(arguments, folder).findings(), out);
      return 0;
    } catch (IOException | UncheckedIOException | IllegalStateException failed) {
      err.printf("bench: %s%n", failed.getMessage());
      return 1;
    }
  }

  private List<Findings> findings() throws IOException {
    Measured.of(Contestant.launcher("run", "--lake=" + folder.lake("warm-up")), folder.output());
    List<Findings> findings = new ArrayList<>();
    for (Case one : arguments.cases()) {
      findings.add(findings(one));
    }
    return findings;
  }

  private Findings findings(Case one) throws IOException {
    int rounds = arguments.rounds();
    Race race = new Race(folder, rounds);
    List<Contestant> all = List.of(Contestant.sparkify(), duckDb, Contestant.typical());
    Generated publicSize = Generated.likeThePublicData();
    return switch (one) {
      case SMALL -> {
        Sources small =
            arguments.sources().orElse(Sources.in(Sparkify.project().resolve("etl-runner/sample")));
        yield race.run(
            "small: %,d song files, %,d log files"
                .formatted(
                    Footprint.of(small.songs()).files(), Footprint.of(small.events()).files()),
            small,
            all);
      }
      case SONGS -> race.run("songs: " + publicSize, folder.data(publicSize), all);
      case FOLDERS ->
          race.run(
              "folders: %s, songs by year and artist".formatted(publicSize),
              folder.data(publicSize),
              List.of(
                  Contestant.sparkify("--set=sparkify.songs.partition-by=" + List.of(FOLDERS)),
                  Contestant.duckDb(driver, FOLDERS)));
      case LARGE -> {
        Generated month = Generated.month(Math.round(arguments.eventsMillions() * MILLION));
        yield new LateDayRace(folder, rounds, Contestant.sparkify(), duckDb)
            .run("large: %s, the last day of which comes later".formatted(month), month);
      }
      case S3 ->
          new S3Race(folder, rounds, arguments.delay())
              .run(
                  "s3: %s, %d ms more for each request"
                      .formatted(publicSize, arguments.delay().toMillis()),
                  folder.data(publicSize),
                  duckDb);
    };
  }

  private static void print(List<String> args, List<Findings> findings, PrintStream out) {
    String head =
        "%s%n./sparkify bench %s%n"
            .formatted(Machine.description(), String.join(" ", args))
            .stripTrailing();
    out.printf("%s%n%n", head);
    findings.forEach(one -> out.printf("%s%n", one.plain()));
    out.printf("As Markdown:%n%n%s%n%n", head);
    findings.forEach(one -> out.printf("%s%n", one.markdown()));
    out.flush();
  }
}
