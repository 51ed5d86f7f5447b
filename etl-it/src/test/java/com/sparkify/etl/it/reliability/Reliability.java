package com.sparkify.etl.it.reliability;

import static java.util.concurrent.CompletableFuture.runAsync;

import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.faults.S3FaultMatrix;
import com.sparkify.etl.it.kills.Kills;
import com.sparkify.etl.it.kills.Kills.Killed;
import com.sparkify.etl.it.kills.Site;
import com.sparkify.etl.it.kills.Step;
import com.sparkify.etl.it.s3.Bucket;
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
import java.util.regex.Pattern;

/**
 * Prints what became of runs that were killed, started together, or disturbed by S3, as the table
 * of docs/reliability.md: a kill at every step and {@code sparkify.it.kills} more at random
 * instants, on a disk, on S3, and on a disk in tables of Iceberg; then faults of S3. The expression
 * {@code sparkify.it.on} chooses among {@code disk}, {@code s3}, {@code iceberg} and {@code
 * faults}. Ends with 1 if a promise was broken. Broken off, it prints what it found until then.
 */
public final class Reliability {
  private static final Pattern WANTED = Pattern.compile(System.getProperty("sparkify.it.on", ".*"));

  private final PrintStream progress;
  private final Findings findings;

  private Reliability(PrintStream progress, Findings findings) {
    this.progress = progress;
    this.findings = findings;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("sparkify-reliability");
    long seed = Long.getLong("sparkify.it.seed", 1L);
    Findings findings = new Findings();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> findings.print(System.out)));
    Reliability reliability = new Reliability(System.err, findings);
    reliability.kill(
        folder, Integer.getInteger("sparkify.it.kills", 15), new SplittableRandom(seed));
    if (isWanted("faults")) {
      reliability.disturb(Files.createDirectory(folder.resolve("faults")), seed);
    }
    findings.complete();
    System.exit(findings.arePromisesKept() ? 0 : 1);
  }

  private static boolean isWanted(String part) {
    return WANTED.matcher(part).matches();
  }

  private interface Maker {
    Site in(Path folder) throws IOException;
  }

  /** On all sites side by side. */
  private void kill(Path folder, int randomKills, SplittableRandom instants) throws IOException {
    try (OwnBucket s3 = OwnBucket.opened()) {
      Bucket bucket = s3.bucket();
      Map<String, Maker> sites = new LinkedHashMap<>();
      sites.put("disk", in -> Site.onDisk(in, processes(in, Map.of())));
      sites.put("s3", in -> Site.onS3(bucket, in, processes(in, bucket.variables())));
      sites.put(
          "iceberg",
          in -> Site.onDiskInIceberg(in, Program.ofProcesses(in, Sparkify.withIceberg(Map.of()))));
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (Map.Entry<String, Maker> each : sites.entrySet()) {
        SplittableRandom ofSite = instants.split();
        if (isWanted(each.getKey())) {
          Path own = Files.createDirectory(folder.resolve(each.getKey()));
          Site site = each.getValue().in(own);
          running.add(runAsync(() -> kill(site, randomKills, ofSite)));
        }
      }
      running.forEach(CompletableFuture::join);
    }
  }

  private static Program processes(Path folder, Map<String, String> variables) {
    return Program.ofProcesses(folder, Sparkify.withVariables(variables));
  }

  private void kill(Site site, int randomKills, SplittableRandom instants) {
    Kills kills = Kills.on(site);
    for (Step step : site.format().steps()) {
      found(kills.at(step));
    }
    found(kills.twice());
    found(kills.twoAtOnce());
    for (int i = 0; i < randomKills; i++) {
      found(kills.at(instants.nextDouble()));
    }
  }

  private void found(Killed trial) {
    findings.add(trial);
    progress.printf(
        "%s: %s%s: %s %s%n",
        trial.site(),
        trial.when(),
        trial.killed() ? "" : " (the run ended before)",
        trial.next(),
        trial.wrong().isEmpty() ? "" : "WRONG " + trial.wrong());
  }

  private void disturb(Path folder, long seed) throws IOException {
    try (OwnBucket s3 = OwnBucket.opened()) {
      S3FaultMatrix.tryTheTellingOnes(
          s3.bucket(),
          folder,
          seed,
          (fault, outcome) -> {
            findings.add(fault, outcome);
            progress.println(Row.of(fault, outcome));
          });
    }
  }
}
