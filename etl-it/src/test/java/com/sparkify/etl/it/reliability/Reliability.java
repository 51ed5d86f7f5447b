package com.sparkify.etl.it.reliability;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.faults.Outcome;
import com.sparkify.etl.it.faults.S3FaultMatrix;
import com.sparkify.etl.it.kills.Kills;
import com.sparkify.etl.it.kills.Kills.Killed;
import com.sparkify.etl.it.kills.Site;
import com.sparkify.etl.it.kills.Step;
import com.sparkify.etl.it.s3.OwnBucket;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * Prints what became of runs that were killed, started together, or disturbed by S3, as the table
 * of docs/reliability.md: a kill at every step and {@code sparkify.it.kills} more at random
 * instants, on a disk and on S3; then faults of S3. Ends with 1 if a promise was broken.
 */
public final class Reliability {
  private final PrintStream progress;
  private final int randomKills;
  private final SplittableRandom random;

  private Reliability(PrintStream progress, int randomKills, long seed) {
    this.progress = progress;
    this.randomKills = randomKills;
    this.random = new SplittableRandom(seed);
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("sparkify-reliability");
    int kills = Integer.getInteger("sparkify.it.kills", 15);
    long seed = Long.getLong("sparkify.it.seed", 1L);
    Reliability reliability = new Reliability(System.err, kills, seed);
    List<Killed> trials;
    try (OwnBucket s3 = OwnBucket.opened()) {
      Path onDisk = Files.createDirectory(folder.resolve("disk"));
      Path onS3 = Files.createDirectory(folder.resolve("s3"));
      trials =
          reliability.killed(
              List.of(
                  Site.onDisk(onDisk, Program.ofProcesses(onDisk, Map.of())),
                  Site.onS3(
                      s3.bucket(), onS3, Program.ofProcesses(onS3, s3.bucket().variables()))));
    }
    print(trials, System.out);
    Map<String, Outcome> outcomes;
    try (OwnBucket s3 = OwnBucket.opened()) {
      outcomes =
          S3FaultMatrix.outcomes(
              s3.bucket(),
              Files.createDirectory(folder.resolve("faults")),
              seed,
              reliability.progress::println);
    }
    outcomes.forEach((fault, outcome) -> System.out.println(Row.of(fault, outcome)));
    boolean kept =
        trials.stream().allMatch(trial -> trial.wrong().isEmpty())
            && outcomes.values().stream().allMatch(outcome -> outcome.problems().isEmpty());
    System.exit(kept ? 0 : 1);
  }

  /** The sites side by side, the trials of each one after the other. */
  private List<Killed> killed(List<Site> sites) {
    List<CompletableFuture<List<Killed>>> running = new ArrayList<>();
    for (Site site : sites) {
      SplittableRandom ofSite = random.split();
      running.add(supplyAsync(() -> killed(site, ofSite)));
    }
    return running.stream().flatMap(trials -> trials.join().stream()).toList();
  }

  private List<Killed> killed(Site site, SplittableRandom instants) {
    Kills kills = Kills.on(site);
    List<Killed> trials = new ArrayList<>();
    for (Step step : Step.all()) {
      trials.add(said(kills.at(step)));
    }
    trials.add(
        said(
            kills.at(
                "half way through the retiring, and again while that is finished",
                Step.twiceRetiring())));
    for (int i = 0; i < randomKills; i++) {
      trials.add(said(kills.at(instants.nextDouble())));
    }
    return trials;
  }

  private Killed said(Killed trial) {
    progress.printf(
        "%s: %s%s: %s %s%n",
        trial.site(),
        trial.when(),
        trial.killed() ? "" : " (the run ended before)",
        trial.next(),
        trial.wrong().isEmpty() ? "" : "WRONG " + trial.wrong());
    return trial;
  }

  private static void print(List<Killed> trials, PrintStream out) {
    out.println(Row.heading());
    trials.stream()
        .collect(groupingBy(trial -> trial.site() + trial.when(), LinkedHashMap::new, toList()))
        .values()
        .forEach(same -> out.println(Row.of(same)));
  }
}
