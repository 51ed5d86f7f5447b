package com.sparkify.etl.it.reliability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.sparkify.etl.it.faults.Outcome;
import com.sparkify.etl.it.kills.Kills.Killed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line of the table: all trials of one fault. */
record Row(String fault, String on, int tried, String reader, String next) {

  static Row of(List<Killed> trials) {
    Killed first = trials.get(0);
    int reads = trials.stream().mapToInt(Killed::reads).sum();
    int again = trials.stream().mapToInt(Killed::again).sum();
    long wrong = trials.stream().filter(trial -> !trial.wrong().isEmpty()).count();
    Map<String, Long> next =
        trials.stream().collect(groupingBy(Killed::next, LinkedHashMap::new, counting()));
    return new Row(
        first.when(),
        first.site(),
        trials.size(),
        "%,d reads, %s%s"
            .formatted(
                reads,
                wrong == 0 ? first.promise() : "WRONG in %d trials".formatted(wrong),
                again == 0 ? "" : "; %d found a file gone and were repeated".formatted(again)),
        next.entrySet().stream()
            .map(
                did -> next.size() == 1 ? did.getKey() : did.getKey() + " (" + did.getValue() + ")")
            .collect(joining("; ")));
  }

  static Row of(String fault, Outcome outcome) {
    return new Row(
        fault,
        "S3",
        outcome.struck(),
        outcome.problems().isEmpty()
            ? "%s; exit code %d after %.0f s"
                .formatted(outcome.whatReaderSaw(), outcome.exitCode(), outcome.seconds())
            : "WRONG: " + outcome.problems(),
        outcome.whatNextRunDid());
  }

  static String heading() {
    return """
        | fault | on | tried | what a reader saw | what the next run did |
        |---|---|---|---|---|""";
  }

  @Override
  public String toString() {
    return "| %s | %s | %d | %s | %s |".formatted(fault, on, tried, reader, next);
  }
}
