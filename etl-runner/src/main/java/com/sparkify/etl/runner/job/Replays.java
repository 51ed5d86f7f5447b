package com.sparkify.etl.runner.job;

import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.io.staging.StagedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rejected records of a source that were exported, mended and put back.
 *
 * <p>An exported file that is staged under its own name, with as many records as were exported,
 * replays those that are not rejected again. Records are told apart by their lines; so a file to
 * which records were added, or from which they were taken, replays none.
 */
final class Replays {

  /** A record of a source file, by the line on which it starts. */
  record Line(String file, long number) {
    static Line of(ExportedReject record) {
      return new Line(record.file(), record.line());
    }
  }

  private final Map<String, StagedFile> staged = new HashMap<>();
  private final Map<StagedFile, List<ExportedReject>> whole = new HashMap<>();
  private final Map<StagedFile, List<ExportedReject>> partial = new HashMap<>();

  /**
   * @param exports by id, as the lake keeps them
   * @param ledger what is staged of {@code source}
   */
  Replays(String source, Map<String, List<ExportedReject>> exports, Ledger ledger) {
    ledger.currentVersions().forEach(one -> staged.put(one.file().path(), one.file()));
    Map<String, List<ExportedReject>> byName = new HashMap<>();
    exports.forEach(
        (id, exported) ->
            exported.stream()
                .filter(record -> record.source().equals(source))
                .forEach(record -> add(record, id, byName)));
    for (StagedFile file : staged.values()) {
      List<ExportedReject> exported = byName.getOrDefault(nameOf(file), List.of());
      if (!exported.isEmpty() && exported.size() == file.read()) {
        (file.rejected() == 0 ? whole : partial).put(file, exported);
      }
    }
  }

  /** The files of which records were rejected again: their lines say what the rest replays. */
  Set<String> rejectedInPart() {
    return partial.keySet().stream().map(StagedFile::path).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The records that are replayed.
   *
   * @param rejected the lines that were rejected again, of each file of {@link #rejectedInPart}
   */
  Set<Line> lines(Map<String, Set<Long>> rejected) {
    Set<Line> lines = linesOfWholeFiles();
    partial.forEach(
        (file, exported) -> {
          Set<Long> again = rejected.getOrDefault(file.path(), Set.of());
          if (exported.stream()
              .map(ExportedReject::exportLine)
              .collect(Collectors.toSet())
              .containsAll(again)) {
            current(exported)
                .filter(record -> !again.contains(record.exportLine()))
                .map(Line::of)
                .forEach(lines::add);
          }
        });
    return lines;
  }

  /**
   * How many records are replayed, told from the ledger alone. A record counts twice if two files
   * hold it of which each was rejected in part.
   */
  long count() {
    Set<Line> lines = linesOfWholeFiles();
    long more = 0;
    for (Map.Entry<StagedFile, List<ExportedReject>> file : partial.entrySet()) {
      long others =
          current(file.getValue()).map(Line::of).filter(line -> !lines.contains(line)).count();
      more += Math.min(others, file.getKey().accepted());
    }
    return lines.size() + more;
  }

  private Set<Line> linesOfWholeFiles() {
    return whole.values().stream()
        .flatMap(this::current)
        .map(Line::of)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Those of {@code exported} whose file is still the one that they were rejected from. */
  private Stream<ExportedReject> current(List<ExportedReject> exported) {
    return exported.stream()
        .filter(
            record -> {
              StagedFile file = staged.get(record.file());
              return file != null
                  && file.size() == record.size()
                  && file.modifiedMillis() == record.modifiedMillis();
            });
  }

  private static void add(
      ExportedReject record, String id, Map<String, List<ExportedReject>> byName) {
    byName
        .computeIfAbsent(ExportedReject.fileName(id, record.reason()), unseen -> new ArrayList<>())
        .add(record);
  }

  private static String nameOf(StagedFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }
}
