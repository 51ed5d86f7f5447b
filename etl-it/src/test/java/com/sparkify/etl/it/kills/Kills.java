package com.sparkify.etl.it.kills;

import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.Sparkify.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kills runs on a site and looks at what a reader sees meanwhile, and at what the next run does.
 */
public final class Kills {
  private final Site site;
  private final Versions versions;
  private final Duration whole;

  private Kills(Site site, Versions versions, Duration whole) {
    this.site = site;
    this.versions = versions;
    this.whole = whole;
  }

  /** Kills on {@code site}, after an unbroken run there has shown what is to be expected. */
  public static Kills on(Site site) {
    List<Question> questions = site.questions();
    Map<String, List<List<String>>> before = Versions.published(questions);
    long start = System.nanoTime();
    site.run().ok();
    Duration whole = Duration.ofNanos(System.nanoTime() - start);
    Versions versions = new Versions(questions, before, Versions.published(questions));
    List<String> leftByAWholeRun = site.orphans();
    if (!leftByAWholeRun.isEmpty()) {
      throw new IllegalStateException("an unbroken run leaves " + leftByAWholeRun);
    }
    return new Kills(site, versions, whole);
  }

  /**
   * A run that was killed, and the one after it.
   *
   * @param when the moment in words
   * @param killed whether the run lived until its moment; else it ended before
   * @param promise what every answer has to be, in words
   * @param reads how often a reader had an answer meanwhile; {@code again} after a file was gone
   * @param next what the next run did
   * @param wrong what should not have been; empty if all was as promised
   */
  public record Killed(
      String site,
      String when,
      boolean killed,
      String promise,
      int reads,
      int again,
      String next,
      List<String> wrong) {

    public Killed {
      wrong = List.copyOf(wrong);
    }
  }

  /** Kills a run at the step of the site that is called {@code step}. */
  Killed at(String step) {
    return at(step(step));
  }

  /** The step of the site of that name. */
  Step step(String name) {
    return site.format().steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no step '%s'".formatted(name)));
  }

  /** The questions that have another answer now than after an unbroken run, in words. */
  List<String> differencesNow() {
    return versions.differencesNow();
  }

  /** Kills a run at {@code step}. */
  public Killed at(Step step) {
    return at("killed: " + step.name(), List.of(site.momentOf(step)));
  }

  /** Kills a run that has changed what is published, and then the one that finishes it. */
  public Killed twice() {
    List<Step> steps = site.format().twice();
    String when = steps.stream().map(Step::name).collect(Collectors.joining(", "));
    return at(when, steps.stream().map(site::momentOf).toList());
  }

  /**
   * Kills a run at some instant.
   *
   * @param share of the time that an unbroken run took, from 0 to 1
   */
  public Killed at(double share) {
    Duration later = Duration.ofMillis(Math.round(whole.toMillis() * share));
    return at("killed at a random instant", List.of(Moment.after(later)));
  }

  /** Starts two processes at the same time: one of them wins, the other says why it did not. */
  public Killed twoAtOnce() {
    site.restore();
    List<String> wrong = new ArrayList<>();
    LoopingReader.Seen seen;
    try (LoopingReader reader = LoopingReader.asking(versions.questions())) {
      List<Running> running = List.of(site.start(), site.start());
      List<Ended> both = running.stream().map(Running::ended).toList();
      if (both.stream().filter(run -> run.exitCode() == 0).count() != 1
          || both.stream()
              .noneMatch(run -> run.exitCode() == 5 && run.err().contains("holds it since"))) {
        wrong.add("not one winner and one who says why: " + both);
      }
      seen = reader.stopped();
    }
    wrong.addAll(versions.wrongIn(seen));
    wrong.addAll(versions.differencesNow());
    site.orphans().forEach(file -> wrong.add("left behind: " + file));
    return new Killed(
        site.name(),
        "two runs at once",
        true,
        site.format().promise(),
        seen.reads(),
        seen.again(),
        "one published, one said which run holds the lake",
        wrong);
  }

  private Killed at(String when, List<Moment> moments) {
    site.restore();
    List<String> wrong = new ArrayList<>();
    boolean killed = true;
    Ended next;
    LoopingReader.Seen seen;
    try (LoopingReader reader = LoopingReader.asking(versions.questions())) {
      for (Moment moment : moments) {
        Optional<Ended> before = site.killedAt(moment);
        reader.look();
        killed &= before.isEmpty();
        before
            .filter(ended -> ended.exitCode() != 0)
            .ifPresent(ended -> wrong.add("a run failed by itself: " + ended.err()));
      }
      next = site.run();
      seen = reader.stopped();
    }
    wrong.addAll(versions.wrongIn(seen));
    if (next.exitCode() == 0) {
      wrong.addAll(versions.differencesNow());
    } else {
      wrong.add("the next run ended with %d: %s".formatted(next.exitCode(), next.err()));
    }
    site.orphans().forEach(file -> wrong.add("left behind: " + file));
    return new Killed(
        site.name(),
        when,
        killed,
        site.format().promise(),
        seen.reads(),
        seen.again(),
        did(next),
        wrong);
  }

  private static String did(Ended run) {
    String out = run.out();
    return Stream.of(
            out.contains("that was undone first") ? "undid the publish" : "",
            out.contains("that was finished first") ? "finished the publish" : "",
            out.contains("run: published") ? "published" : "",
            out.contains("run: nothing new") ? "had nothing to do" : "")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
