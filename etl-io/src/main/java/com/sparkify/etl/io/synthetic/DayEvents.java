package com.sparkify.etl.io.synthetic;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * The events of one day in order of time, then session. Memory holds the visits of the day, and the
 * sessions that go on at one moment.
 */
final class DayEvents implements Iterator<Event> {
  private final SyntheticSpec spec;
  private final Charts charts;
  private final long end;
  private final Queue<Visit> toCome;
  private final PriorityQueue<Session> present =
      new PriorityQueue<>(
          Comparator.comparingLong(Session::second).thenComparingLong(Session::sessionId));

  DayEvents(SyntheticSpec spec, int day) {
    this.spec = spec;
    this.charts = new Charts(spec);
    this.end = spec.startOf(day + 1);
    this.toCome = new ArrayDeque<>(visitsUntil(day));
    letIn();
    while (!present.isEmpty() && present.element().second() < spec.startOf(day)) {
      happen();
    }
  }

  @Override
  public boolean hasNext() {
    return !present.isEmpty() && present.element().second() < end;
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The day is over");
    }
    return happen();
  }

  private Event happen() {
    Session session = present.remove();
    Event event = session.next();
    if (session.hasNext()) {
      present.add(session);
    }
    letIn();
    return event;
  }

  /** Lets everyone in who comes before the next event, so that none is overtaken. */
  private void letIn() {
    while (!toCome.isEmpty()
        && (present.isEmpty() || toCome.element().second() <= present.element().second())) {
      present.add(new Session(spec, charts, toCome.remove()));
    }
  }

  /**
   * A session is shorter than a day, so that those of the day before are all that reach into it.
   */
  private List<Visit> visitsUntil(int day) {
    Timetable timetable = new Timetable(spec);
    return Stream.concat(timetable.visits(day - 1).stream(), timetable.visits(day).stream())
        .sorted(Comparator.comparingLong(Visit::second).thenComparingLong(Visit::sessionId))
        .toList();
  }
}
