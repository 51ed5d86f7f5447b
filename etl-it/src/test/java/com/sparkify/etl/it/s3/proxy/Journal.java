package com.sparkify.etl.it.s3.proxy;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What went through a proxy. */
public final class Journal {
  private final AtomicLong clock = new AtomicLong();
  private final List<Exchange> exchanges = new ArrayList<>();

  Journal() {}

  /** The exchanges that have ended, in the order in which they were asked. */
  public synchronized List<Exchange> exchanges() {
    return exchanges.stream().sorted(Comparator.comparingLong(Exchange::asked)).toList();
  }

  public Map<Operation, Long> counts() {
    return exchanges().stream()
        .collect(groupingBy(Exchange::operation, () -> new EnumMap<>(Operation.class), counting()));
  }

  /** The exchanges so far, which the journal forgets. */
  public synchronized List<Exchange> taken() {
    List<Exchange> taken = exchanges();
    exchanges.clear();
    return taken;
  }

  long tick() {
    return clock.incrementAndGet();
  }

  synchronized void add(Exchange exchange) {
    exchanges.add(exchange);
  }
}
