package com.sparkify.etl.it.faults;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A run that meets with faults of S3, and the next one, which does not.
 *
 * <p>The run does its work, or it fails with exit code 5, one line about what could not be done
 * where, and every row that was published before still there. The next run does what was to be
 * done, and nothing of the failed one is left behind it. Both end in time.
 */
final class S3FaultTrial {
  /** A run that meets with faults that pass, or with none, and ends later counts as hanging. */
  static final Duration BOUND = Duration.ofSeconds(90);

  /** The same for a run whose faults never pass: it retries, gives up, and retries to clean up. */
  static final Duration BOUND_OF_LASTING = Duration.ofMinutes(5);

  private static final Pattern LOCATION = Pattern.compile("'(s3a://|lake/)");

  private final LakeOnTrial lake;
  private final List<Fault> faults;
  private final List<String> problems = new ArrayList<>();

  private S3FaultTrial(LakeOnTrial lake, List<Fault> faults) {
    this.lake = lake;
    this.faults = List.copyOf(faults);
  }

  /** What becomes of a run on {@code lake} that meets with all of {@code faults}. */
  static Outcome of(LakeOnTrial lake, List<Fault> faults) {
    return new S3FaultTrial(lake, faults).outcome();
  }

  private Outcome outcome() {
    FaultRule rule = new FaultRule(faults);
    lake.restore();
    long start = System.nanoTime();
    Ended ended = inTime(bound(), () -> lake.run(rule));
    double seconds = (System.nanoTime() - start) / 1e9;
    String seen = ended.exitCode() == 0 ? afterSuccess() : afterFailure(ended);
    String next = afterTheNext(inTime(BOUND, lake::run));
    return new Outcome(rule.struck(), ended.exitCode(), said(ended), seen, next, seconds, problems);
  }

  private interface Run {
    Ended ended();
  }

  private Duration bound() {
    return faults.stream().anyMatch(fault -> fault.times().isAlways()) ? BOUND_OF_LASTING : BOUND;
  }

  private Ended inTime(Duration bound, Run run) {
    CompletableFuture<Ended> running = CompletableFuture.supplyAsync(run::ended);
    try {
      return running.get(bound.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException hangs) {
      problems.add("still running after %d seconds".formatted(bound.toSeconds()));
      return running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private String afterSuccess() {
    List<String> differences = lake.rows().differencesFrom(lake.after());
    problems.addAll(differences);
    return differences.isEmpty() ? "the new version" : String.join("; ", differences);
  }

  private String afterFailure(Ended ended) {
    if (ended.exitCode() != 5) {
      problems.add("exit code %d: %s".formatted(ended.exitCode(), ended.err()));
    }
    requireOneLine(said(ended), problems);
    Rows seen = lake.rows();
    if (seen.differencesFrom(lake.before()).isEmpty()) {
      return "the old version";
    }
    if (seen.differencesFrom(lake.after()).isEmpty()) {
      return "the new version";
    }
    List<String> wrongs = seen.wrongsBetween(lake.before(), lake.after());
    problems.addAll(wrongs);
    return wrongs.isEmpty() ? "rows of both versions, none missing" : String.join("; ", wrongs);
  }

  private static void requireOneLine(String said, List<String> problems) {
    if (said.lines().count() != 1
        || !said.contains("Could not")
        || !LOCATION.matcher(said).find()) {
      problems.add("no clear line of what could not be done where: " + said);
    }
  }

  /** Without the lines of its progress. */
  private static String said(Ended ended) {
    return ended
        .err()
        .lines()
        .filter(line -> !line.matches("sparkify: +\\d+ s .*"))
        .collect(Collectors.joining("\n"));
  }

  private String afterTheNext(Ended ended) {
    if (ended.exitCode() != 0) {
      problems.add(
          "the next run fails with exit code %d: %s".formatted(ended.exitCode(), ended.err()));
      return "failed";
    }
    List<String> differences = lake.rows().differencesFrom(lake.after());
    differences.forEach(difference -> problems.add("after the next run " + difference));
    lake.leftovers().forEach(left -> problems.add("the next run leaves " + left));
    return ended.out().contains("run: nothing new") ? "found nothing new" : "loaded the new files";
  }
}
