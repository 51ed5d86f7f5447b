package com.sparkify.etl.io.synthetic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sparkify.etl.io.synthetic.Fate.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/**
 * The log file of one day: its events, and those of the day before that come late or again.
 *
 * <p>Lines are parted, not ended, by a line feed, like those of the public files.
 */
final class LogFile {
  private final SyntheticSpec spec;
  private final int day;
  private final EventLine line;
  private long events;
  private long plays;
  private long malformed;
  private long duplicates;
  private long late;
  private long bytes;

  LogFile(SyntheticSpec spec, int day) {
    this.spec = spec;
    this.day = day;
    this.line = new EventLine(spec);
  }

  /** Where the file is, below the folder of the log. */
  static String path(SyntheticSpec spec, int day) {
    String date = spec.day(day).toString();
    return date.substring(0, 4) + "/" + date.substring(5, 7) + "/" + date + "-events.json";
  }

  /** Writes the file and tells what is in it. */
  SyntheticSummary writeTo(OutputStream out) throws IOException {
    Iterator<Event> today = new DayEvents(spec, day);
    while (today.hasNext()) {
      write(today.next(), out);
    }
    if (day > 0 && spec.faults().late() + spec.faults().duplicates() > 0) {
      Iterator<Event> yesterday = new DayEvents(spec, day - 1);
      while (yesterday.hasNext()) {
        writeStraggler(yesterday.next(), out);
      }
    }
    return new SyntheticSummary(0, 0, events, plays, 1, malformed, duplicates, late, bytes);
  }

  private void write(Event event, OutputStream out) throws IOException {
    Fate fate = Fate.of(spec, event);
    switch (fate.delivery()) {
      case DAMAGED -> writeDamaged(event, fate, out);
      case ON_TIME, AGAIN_NEXT_DAY -> writeGood(event, fate, out);
      case TWICE -> {
        writeGood(event, fate, out);
        writeAgain(event, fate, out);
      }
      case NEXT_DAY -> {}
    }
  }

  private void writeStraggler(Event event, OutputStream out) throws IOException {
    Fate fate = Fate.of(spec, event);
    if (fate.delivery() == Delivery.AGAIN_NEXT_DAY) {
      writeAgain(event, fate, out);
    } else if (fate.delivery() == Delivery.NEXT_DAY) {
      writeGood(event, fate, out);
      late++;
    }
  }

  private void writeGood(Event event, Fate fate, OutputStream out) throws IOException {
    write(line.of(event, fate.nulls()), out);
    events++;
    if (event.step().isPlay()) {
      plays++;
    }
  }

  private void writeAgain(Event event, Fate fate, OutputStream out) throws IOException {
    write(line.of(event, fate.nulls()), out);
    duplicates++;
  }

  private void writeDamaged(Event event, Fate fate, OutputStream out) throws IOException {
    Damage damage = Damage.drawn(event.step(), fate.draws());
    write(damage.done(line.of(event, fate.nulls()), fate.draws()), out);
    malformed++;
  }

  private void write(String text, OutputStream out) throws IOException {
    if (bytes > 0) {
      out.write('\n');
      bytes++;
    }
    byte[] ascii = text.getBytes(US_ASCII);
    out.write(ascii);
    bytes += ascii.length;
  }
}
