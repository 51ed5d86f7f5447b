package com.sparkify.etl.io.synthetic;

/** The line of a log file that tells an event, written into one buffer again and again. */
final class EventLine {
  private final JsonObject json = JsonObject.dense();
  private final int millis;

  EventLine(SyntheticSpec spec) {
    this.millis = spec.millis();
  }

  /**
   * The line, without a line end.
   *
   * @param nulls what becomes of a field that has no value
   */
  String of(Event event, Nulls nulls) {
    Listener listener = event.listener();
    Step step = event.step();
    boolean play = step.isPlay();
    boolean known = step.isLoggedIn();
    json.begin();
    text("artist", event.tune().artist(), play, nulls);
    json.text("auth", known ? "Logged In" : "Logged Out");
    text("firstName", listener.firstName(), known, nulls);
    text("gender", listener.gender(), known, nulls);
    json.number("itemInSession", event.itemInSession());
    text("lastName", listener.lastName(), known, nulls);
    literal("length", event.tune().length().json(), play, nulls);
    json.text("level", event.paid() ? "paid" : "free");
    text("location", listener.location(), known, nulls);
    json.text("method", step.method());
    json.text("page", step.page());
    literal("registration", epochMillis(listener.registered()) + ".0", known, nulls);
    json.number("sessionId", event.sessionId());
    text("song", event.tune().title(), play, nulls);
    json.number("status", step.status());
    json.number("ts", epochMillis(event.second()));
    text("userAgent", listener.userAgent(), known, nulls);
    json.text("userId", known ? listener.userId() : "");
    return json.toString();
  }

  private void text(String name, String value, boolean known, Nulls nulls) {
    if (known) {
      json.text(name, value);
    } else {
      unknown(name, nulls);
    }
  }

  private void literal(String name, String value, boolean known, Nulls nulls) {
    if (known) {
      json.literal(name, value);
    } else {
      unknown(name, nulls);
    }
  }

  private void unknown(String name, Nulls nulls) {
    if (nulls == Nulls.WRITTEN) {
      json.literal(name, "null");
    }
  }

  private long epochMillis(long second) {
    return second * 1_000 + millis;
  }

  /** How a line tells that something is not known. */
  enum Nulls {
    WRITTEN,
    LEFT_OUT
  }
}
