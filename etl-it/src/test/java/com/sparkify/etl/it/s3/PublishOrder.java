package com.sparkify.etl.it.s3;

import com.sparkify.etl.it.s3.proxy.Exchange;
import com.sparkify.etl.it.s3.proxy.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the requests of a run must keep while it publishes to a lake of Parquet tables, so that no
 * published row is ever missing and whoever comes after a crash knows what to do.
 */
final class PublishOrder {
  private static final Set<Operation> ADDING =
      EnumSet.of(Operation.PUT, Operation.COMPLETE_UPLOAD, Operation.COPY);
  private static final Set<Operation> DELETING =
      EnumSet.of(Operation.DELETE, Operation.MULTI_DELETE);

  private final List<Exchange> done;
  private final String lake;

  /**
   * The order of what succeeded among {@code exchanges}.
   *
   * @param lake the key of the lake's root, without a slash at its end
   */
  PublishOrder(List<Exchange> exchanges, String lake) {
    this.done = exchanges.stream().filter(Exchange::succeeded).toList();
    this.lake = lake;
  }

  /** The requests that put something below the folder of a table. */
  List<Exchange> writesToTables() {
    return done.stream()
        .filter(exchange -> exchange.operation().writes())
        .filter(exchange -> exchange.keys().stream().anyMatch(this::isOfATable))
        .toList();
  }

  /** What is not as it must be, in words. */
  List<String> violations() {
    List<String> violations = new ArrayList<>();
    List<Exchange> added = those(ADDING, this::isData);
    List<Exchange> deleted = those(DELETING, this::isData);
    List<Exchange> journal = those(ADDING, key -> key.equals(lake + "/_sparkify/publish.json"));
    List<Exchange> version = those(ADDING, key -> key.equals(lake + "/_sparkify/version.json"));
    List<Exchange> end = those(DELETING, key -> key.equals(lake + "/_sparkify/publish.json"));
    for (Exchange copy : those(EnumSet.of(Operation.COPY), key -> true)) {
      violations.add("a copy: " + copy.keys());
    }
    if (journal.size() != 2 || version.size() != 1 || end.size() != 1) {
      violations.add(
          "the journal is written %d times and removed %d times, the version is written %d times; expected 2, 1 and 1"
              .formatted(journal.size(), end.size(), version.size()));
      return violations;
    }
    before("the journal", journal.subList(0, 1), "a file is added", added)
        .ifPresent(violations::add);
    before("a file is added", added, "the journal says so", journal.subList(1, 2))
        .ifPresent(violations::add);
    before("the journal says so", journal.subList(1, 2), "a file is deleted", deleted)
        .ifPresent(violations::add);
    before("a file is deleted", deleted, "the version", version).ifPresent(violations::add);
    before("the version", version, "the journal's end", end).ifPresent(violations::add);
    return violations;
  }

  private static Optional<String> before(
      String first, List<Exchange> firsts, String then, List<Exchange> thens) {
    for (Exchange one : firsts) {
      for (Exchange other : thens) {
        if (!one.isBefore(other)) {
          return Optional.of(
              "%s (%s) is not before %s (%s)".formatted(first, one.keys(), then, other.keys()));
        }
      }
    }
    return Optional.empty();
  }

  private List<Exchange> those(Set<Operation> operations, Predicate<String> keys) {
    return done.stream()
        .filter(exchange -> operations.contains(exchange.operation()))
        .filter(exchange -> exchange.keys().stream().anyMatch(keys))
        .toList();
  }

  private boolean isOfATable(String key) {
    return key.startsWith(lake + "/") && !key.startsWith(lake + "/_");
  }

  /** Whether readers see it: what a committer keeps for itself is below a name with {@code _}. */
  private boolean isData(String key) {
    return isOfATable(key) && key.endsWith(".parquet") && !key.contains("/_");
  }
}
