package com.sparkify.etl.io.staging;

import com.sparkify.etl.io.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The batches of a source that count, oldest first.
 *
 * <p>The newest batch that holds a file holds its current version; older versions no longer count.
 */
public record Ledger(List<Batch> batches) {

  /** A version of a file that a batch holds. */
  public record Version(Batch batch, StagedFile file) {}

  public Ledger {
    batches = batches.stream().sorted(Comparator.comparing(Batch::id)).toList();
  }

  public Set<String> batchIds() {
    return batches.stream().map(Batch::id).collect(Collectors.toUnmodifiableSet());
  }

  /** The ledger as it was when only {@code batchIds} counted. */
  public Ledger of(Set<String> batchIds) {
    return new Ledger(batches.stream().filter(batch -> batchIds.contains(batch.id())).toList());
  }

  /** The files of {@code listed} that are new, or changed since they were staged. */
  public List<SourceFile> pending(List<SourceFile> listed) {
    Map<String, Version> current = currentByPath();
    return listed.stream()
        .filter(
            file -> {
              Version staged = current.get(file.path());
              return staged == null || !staged.file().isVersion(file);
            })
        .toList();
  }

  /** The version of each file that counts. */
  public List<Version> currentVersions() {
    return currentByPath().values().stream()
        .sorted(Comparator.comparing(version -> version.file().path()))
        .toList();
  }

  /** The versions of files that a newer batch replaces. */
  public List<Version> superseded() {
    Map<String, Version> current = new HashMap<>();
    List<Version> superseded = new ArrayList<>();
    for (Version version : versions()) {
      Version older = current.put(version.file().path(), version);
      if (older != null) {
        superseded.add(older);
      }
    }
    return superseded;
  }

  private Map<String, Version> currentByPath() {
    Map<String, Version> current = new HashMap<>();
    versions().forEach(version -> current.put(version.file().path(), version));
    return current;
  }

  private List<Version> versions() {
    return batches.stream()
        .flatMap(batch -> batch.files().stream().map(file -> new Version(batch, file)))
        .toList();
  }
}
