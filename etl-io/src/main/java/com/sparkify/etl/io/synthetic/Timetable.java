package com.sparkify.etl.io.synthetic;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;

/** Who comes when. The visits of one day can be had without those of the others. */
final class Timetable {
  /** Hours of the day, in UTC, by how many sessions began in each in the public log files. */
  private static final Curve HOURS =
      Curve.ofWeights(
          23, 25, 25, 24, 28, 33, 31, 29, 26, 39, 37, 36, 46, 73, 63, 92, 71, 46, 50, 36, 30, 31,
          22, 25);

  /** Which share of the listeners makes which share of the sessions; the busiest come first. */
  private static final Curve LISTENERS =
      Curve.through(
          0, 0, 0.067, 0.0103, 0.116, 0.0206, 0.228, 0.0515, 0.356, 0.103, 0.537, 0.206, 0.663,
          0.309, 0.843, 0.515, 0.954, 0.773, 1, 1);

  private final SyntheticSpec spec;
  private final long[] sessionsBefore;

  Timetable(SyntheticSpec spec) {
    this.spec = spec;
    this.sessionsBefore = sessionsBefore(spec);
  }

  /** The visits that begin on day {@code index}, in no order; none if the log has no such day. */
  List<Visit> visits(int index) {
    List<Visit> visits = new ArrayList<>();
    if (index < 0 || index >= spec.days()) {
      return visits;
    }
    for (long session = sessionsBefore[index]; session < sessionsBefore[index + 1]; session++) {
      visits.add(ordinary(session + 1, spec.startOf(index)));
    }
    addLevelChanges(index, visits);
    return visits;
  }

  private void addLevelChanges(int index, List<Visit> visits) {
    long session = sessionsBefore[spec.days()];
    for (int listener = 0; listener < Subscription.lastToChange(spec); listener++) {
      Subscription subscription = Subscription.of(spec, listener);
      if (subscription.changes()) {
        session++;
        if (spec.dayOf(subscription.changeVisit()) == index) {
          visits.add(new Visit(session, subscription.changeVisit(), listener, true));
        }
      }
    }
  }

  private Visit ordinary(long sessionId, long dayStart) {
    Draws draws = spec.draws(Subject.VISIT, sessionId);
    long second = dayStart + (long) (HOURS.draw(draws) * 3_600);
    int listener = (int) (LISTENERS.draw(draws) * spec.users());
    return new Visit(sessionId, second, listener, false);
  }

  private static long[] sessionsBefore(SyntheticSpec spec) {
    double[] weightsBefore = new double[spec.days() + 1];
    for (int day = 0; day < spec.days(); day++) {
      double luck = 0.6 + 0.8 * spec.draws(Subject.DAY, day).unit();
      weightsBefore[day + 1] = weightsBefore[day] + luck * weight(spec.day(day).getDayOfWeek());
    }
    long[] sessionsBefore = new long[spec.days() + 1];
    for (int day = 1; day <= spec.days(); day++) {
      double share = weightsBefore[day] / weightsBefore[spec.days()];
      sessionsBefore[day] = Math.round(share * spec.visits());
    }
    return sessionsBefore;
  }

  private static double weight(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> 305;
      case TUESDAY -> 315;
      case WEDNESDAY -> 402;
      case THURSDAY -> 309;
      case FRIDAY -> 305;
      case SATURDAY -> 178;
      case SUNDAY -> 125;
    };
  }
}
