package com.sparkify.etl.io.synthetic;

import static com.sparkify.etl.io.synthetic.Step.DOWNGRADE;
import static com.sparkify.etl.io.synthetic.Step.GONE;
import static com.sparkify.etl.io.synthetic.Step.HOME;
import static com.sparkify.etl.io.synthetic.Step.SUBMIT_DOWNGRADE;
import static com.sparkify.etl.io.synthetic.Step.SUBMIT_UPGRADE;
import static com.sparkify.etl.io.synthetic.Step.UPGRADE;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/** The events of one visit, in order, each made when it is asked for. */
final class Session implements Iterator<Event> {
  private static final long LONGEST = 23 * 3_600;

  /** Songs in a session, and seconds spent on a page, as in the public log files. */
  private static final Curve SONGS_FREE =
      Curve.through(0, 0, 0.22, 0.99, 0.58, 2, 0.75, 3, 0.85, 4.2, 0.95, 6.5, 0.99, 9, 1, 13);

  private static final Curve SONGS_PAID =
      Curve.through(
          0, 0, 0.1, 0.9, 0.2, 3, 0.3, 6, 0.4, 10, 0.5, 16, 0.6, 22, 0.7, 33, 0.8, 48, 0.9, 60,
          0.95, 75, 0.97, 86, 0.99, 109, 1, 118);
  private static final Curve SECONDS_ON_PAGE =
      Curve.through(
          0, 1, 0.1, 1.5, 0.25, 15, 0.5, 69, 0.75, 205, 0.9, 444, 0.95, 785, 0.99, 2_359, 1, 3_486);

  /** After which part of a song its listener does something else. */
  private static final Curve HEARD_OF_SONG =
      Curve.through(
          0, 0.003, 0.25, 0.011, 0.4, 0.074, 0.5, 0.148, 0.6, 0.22, 0.75, 0.44, 0.85, 0.9, 0.9,
          1.64, 0.95, 3.03, 0.99, 6.56, 1, 11.9);

  private final Visit visit;
  private final Charts charts;
  private final Draws draws;
  private final Listener listener;
  private final Subscription subscription;
  private final Queue<Step> opening;
  private int songsToCome;
  private int item;
  private long second;
  private Step step;

  Session(SyntheticSpec spec, Charts charts, Visit visit) {
    this.visit = visit;
    this.charts = charts;
    this.draws = spec.draws(Subject.SESSION, visit.sessionId());
    this.listener = Listener.of(spec, visit.listener());
    this.subscription = Subscription.of(spec, visit.listener());
    this.second = visit.second();
    this.opening = new ArrayDeque<>(visit.changesLevel() ? stepsOfChange() : List.of());
    boolean manySongs = visit.changesLevel() || isPaid();
    this.songsToCome = (int) (manySongs ? SONGS_PAID : SONGS_FREE).draw(draws);
    this.step = opening.isEmpty() ? Wandering.first(songsToCome > 0, draws) : opening.remove();
  }

  /** The second of the next event. */
  long second() {
    return second;
  }

  long sessionId() {
    return visit.sessionId();
  }

  @Override
  public boolean hasNext() {
    return step != GONE && second < visit.second() + LONGEST;
  }

  @Override
  public Event next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The visitor has gone");
    }
    Tune tune = step.isPlay() ? charts.play(draws) : Tune.NONE;
    Event event = new Event(visit.sessionId(), item, second, step, listener, isPaid(), tune);
    item++;
    if (step.isPlay()) {
      songsToCome--;
    }
    advance(tune);
    return event;
  }

  private void advance(Tune tune) {
    if (opening.isEmpty()) {
      Step next = Wandering.after(step, songsToCome > 0, draws);
      second += step.isPlay() ? secondsHeard(tune, next) : (long) SECONDS_ON_PAGE.draw(draws);
      step = next == UPGRADE && isPaid() ? DOWNGRADE : next;
    } else {
      second += subscription.pace();
      step = opening.remove();
    }
  }

  private long secondsHeard(Tune tune, Step next) {
    double part = next.isPlay() ? 1 : HEARD_OF_SONG.draw(draws);
    return (long) (part * tune.length().whole());
  }

  private boolean isPaid() {
    return subscription.isPaidAt(second);
  }

  private List<Step> stepsOfChange() {
    return isPaid()
        ? List.of(HOME, DOWNGRADE, SUBMIT_DOWNGRADE, HOME)
        : List.of(HOME, UPGRADE, SUBMIT_UPGRADE, HOME);
  }
}
