package com.sparkify.etl.io.synthetic;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a synthetic data set is like. The same spec makes the same bytes, anywhere and at any
 * parallelism.
 *
 * @param seed tells data sets of one shape apart
 * @param songs songs of the catalogue, one file each
 * @param users listeners
 * @param firstDay first day of the event log, in UTC
 * @param days days of the event log, one file each
 * @param events events to aim at; the true number differs by some per cent, since sessions are
 *     drawn
 * @param faults what is wrong with the events on purpose
 */
public record SyntheticSpec(
    long seed, int songs, int users, LocalDate firstDay, int days, long events, Faults faults)
    implements Serializable {
  private static final int MOST_SONGS = 5_000_000;
  private static final int MOST_USERS = 10_000_000;
  private static final int MOST_DAYS = 3_660;
  private static final long MOST_EVENTS = 10_000_000_000L;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final double EVENTS_PER_VISIT = 8.56;

  /**
   * A data set that can be made.
   *
   * @throws EtlException of kind CONFIG if a number or the day is out of range
   */
  public SyntheticSpec {
    requireFrom("songs", songs, 1, MOST_SONGS, 1_000);
    requireFrom("users", users, 1, MOST_USERS, 100);
    requireFrom("days", days, 1, MOST_DAYS, 30);
    requireFrom("events", events, 1, MOST_EVENTS, 10_000);
    requireFrom("year of the first day", firstDay.getYear(), 1971, 2999, 2018);
  }

  /** As many songs, listeners, days and events as the public data set has, and nothing wrong. */
  public static SyntheticSpec likeThePublicData(long seed) {
    return new SyntheticSpec(seed, 14_896, 97, LocalDate.of(2018, 11, 1), 30, 8_056, Faults.NONE);
  }

  /** The same spec with other {@code songs} and {@code users}. */
  public SyntheticSpec with(int songs, int users) {
    return new SyntheticSpec(seed, songs, users, firstDay, days, events, faults);
  }

  /** The same spec with a log of {@code events} on {@code days} from {@code firstDay}. */
  public SyntheticSpec with(LocalDate firstDay, int days, long events) {
    return new SyntheticSpec(seed, songs, users, firstDay, days, events, faults);
  }

  /** The same spec with other {@code faults}. */
  public SyntheticSpec with(Faults faults) {
    return new SyntheticSpec(seed, songs, users, firstDay, days, events, faults);
  }

  /** Day {@code index} of the log, counted from 0. */
  LocalDate day(int index) {
    return firstDay.plusDays(index);
  }

  /** The second, of the epoch, at which day {@code index} begins in UTC. */
  long startOf(int index) {
    return day(index).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  /** The day, counted from the first, on which {@code second} lies; negative before the first. */
  int dayOf(long second) {
    return (int) Math.floorDiv(second - startOf(0), SECONDS_PER_DAY);
  }

  /** How many visits make about the events that are asked for. */
  long visits() {
    return Math.max(1, Math.round(events / EVENTS_PER_VISIT));
  }

  /** The milliseconds within a second at which everything in the log happens. */
  int millis() {
    return draws(Subject.CLOCK, 0).below(1_000);
  }

  /** The stream of draws that decides about one thing, and is read nowhere else. */
  Draws draws(Subject subject, long key) {
    return new Draws(seed, subject, key);
  }

  private static void requireFrom(String name, long value, long least, long most, long example) {
    if (value < least || value > most) {
      throw new EtlException(
          Kind.CONFIG,
          "The synthetic data set has '%d' as %s; it is a number from %d to %d, such as %d."
              .formatted(value, name, least, most, example));
    }
  }
}
