package com.sparkify.etl.io.synthetic;

import com.sparkify.etl.io.synthetic.EventLine.Nulls;

/** What becomes of an event on its way into the files. */
record Fate(Delivery delivery, Nulls nulls, Draws draws) {
  enum Delivery {
    ON_TIME,
    DAMAGED,
    NEXT_DAY,
    TWICE,
    AGAIN_NEXT_DAY
  }

  static Fate of(SyntheticSpec spec, Event event) {
    Draws draws = spec.draws(Subject.FATE, event.sessionId() << 16 | event.itemInSession());
    boolean lastDay = spec.dayOf(event.second()) == spec.days() - 1;
    Delivery delivery = delivery(spec.faults(), lastDay, draws);
    Nulls nulls = draws.chance(spec.faults().absentKeys()) ? Nulls.LEFT_OUT : Nulls.WRITTEN;
    return new Fate(delivery, nulls, draws);
  }

  private static Delivery delivery(Faults faults, boolean lastDay, Draws draws) {
    double lot = draws.unit();
    double untilDamaged = faults.malformed();
    double untilTwice = untilDamaged + faults.duplicates() / 2;
    double untilAgain = untilDamaged + faults.duplicates();
    double untilLate = untilAgain + faults.late();
    if (lot < untilDamaged) {
      return Delivery.DAMAGED;
    }
    if (lot < untilTwice || (lot < untilAgain && lastDay)) {
      return Delivery.TWICE;
    }
    if (lot < untilAgain) {
      return Delivery.AGAIN_NEXT_DAY;
    }
    return lot < untilLate && !lastDay ? Delivery.NEXT_DAY : Delivery.ON_TIME;
  }
}
