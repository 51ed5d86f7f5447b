package com.sparkify.etl.it.faults;

import com.sparkify.etl.it.s3.Bucket;
import com.sparkify.etl.it.s3.OwnBucket;
import com.sparkify.etl.it.s3.proxy.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every kind of request of a run with every mishap, each in a trial of its own. */
public final class S3FaultMatrix {
  private static final int A_FEW = 2;
  private static final Set<Target> BLOCKED =
      Set.of(
          new Target(Operation.LIST, KeyKind.SOURCE),
          new Target(Operation.GET, KeyKind.SOURCE),
          new Target(Operation.PUT, KeyKind.STAGING),
          new Target(Operation.PUT, KeyKind.JOURNAL),
          new Target(Operation.COMPLETE_UPLOAD, KeyKind.TABLE),
          new Target(Operation.DELETE, KeyKind.TABLE));

  private S3FaultMatrix() {}

  /** A trial: all of its faults happen in one run. */
  record Case(String name, List<Fault> faults) {
    static Case of(Fault fault) {
      return new Case(fault.toString(), List.of(fault));
    }
  }

  /**
   * Every mishap happening once to every kind of request in one run; then each kind of request with
   * each mishap for itself: once, a few times in a row, and always.
   *
   * @param requests those of a run without faults
   * @param seed chooses which of the requests of a kind a mishap happens to
   */
  static List<Case> cases(Map<Target, Long> requests, long seed) {
    Random random = new Random(seed);
    List<Case> together = new ArrayList<>();
    List<Case> alone = new ArrayList<>();
    for (Mishap mishap : Mishap.values()) {
      List<Fault> once = new ArrayList<>();
      requests.forEach(
          (target, count) -> {
            int at = 1 + random.nextInt(count.intValue());
            once.add(new Fault(target, mishap, Times.once(at)));
            alone.add(Case.of(new Fault(target, mishap, Times.once(at))));
            alone.add(Case.of(new Fault(target, mishap, Times.inARow(at, A_FEW))));
            alone.add(Case.of(new Fault(target, mishap, Times.always())));
          });
      if (!mishap.isSlow()) {
        together.add(new Case("each kind of request: %s, once".formatted(mishap), once));
      }
    }
    return Stream.concat(together.stream(), alone.stream()).toList();
  }

  /** Every kind of request meets once with some mishap that is quick. */
  static Case mixed(Map<Target, Long> requests, long seed) {
    Random random = new Random(seed);
    List<Mishap> quick = Stream.of(Mishap.values()).filter(mishap -> !mishap.isSlow()).toList();
    List<Fault> faults = new ArrayList<>();
    requests.forEach(
        (target, count) -> {
          Mishap mishap = quick.get(random.nextInt(quick.size()));
          faults.add(new Fault(target, mishap, Times.once(1 + random.nextInt(count.intValue()))));
        });
    return new Case("each kind of request: something, once", faults);
  }

  /**
   * Tries a run in which every kind of request meets with a mishap, for each that is quick, and
   * runs in which one kind of request never gets through.
   *
   * @param bucket an empty one
   * @param tried takes each with the name of its case
   */
  public static void tryTheTellingOnes(
      Bucket bucket, Path folder, long seed, BiConsumer<String, Outcome> tried) {
    try (LakeOnTrial lake = LakeOnTrial.in(bucket, folder)) {
      for (Case one : cases(lake.requests(), seed)) {
        if (one.faults().size() > 1 || isBlocked(one)) {
          tried.accept(one.name(), S3FaultTrial.of(lake, one.faults()));
        }
      }
    }
  }

  /** Whether the case is that of a server too busy for one kind of request of each phase. */
  private static boolean isBlocked(Case one) {
    Fault fault = one.faults().get(0);
    return fault.times().isAlways()
        && fault.mishap() == Mishap.BUSY
        && BLOCKED.contains(fault.target());
  }

  /**
   * Tries the cases whose names match the first argument, a regular expression, with the second as
   * seed, and prints a line of a table for each.
   */
  public static void main(String[] args) throws IOException {
    Pattern wanted = Pattern.compile(args.length > 0 ? args[0] : ".*");
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    Path folder = Files.createTempDirectory("s3-faults");
    try (OwnBucket own = OwnBucket.opened();
        LakeOnTrial lake = LakeOnTrial.in(own.bucket(), folder)) {
      for (Case one : cases(lake.requests(), seed)) {
        if (wanted.matcher(one.name()).matches()) {
          System.out.println(line(one, S3FaultTrial.of(lake, one.faults())));
        }
      }
    }
  }

  static String line(Case one, Outcome outcome) {
    return "| %s | %d | %d %s | %s | %s | %s | %s |"
        .formatted(
            one.name(),
            outcome.struck(),
            outcome.exitCode(),
            outcome.said().replace("sparkify: ", ""),
            outcome.whatReaderSaw(),
            outcome.whatNextRunDid(),
            String.format(Locale.ROOT, "%.1f s", outcome.seconds()),
            String.join("; ", outcome.problems()));
  }
}
