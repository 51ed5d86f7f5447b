package com.sparkify.etl.io.staging;

import com.sparkify.etl.io.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  /**
   * {@code batchIds}, in which a batch that stands for others of them takes their place: the same
   * rows, told by the batches that count.
   */
  public Set<String> inPlaceOf(Set<String> batchIds) {
    Set<String> ids = new TreeSet<>(batchIds);
    for (Batch batch : batches) {
      if (!batch.replaces().isEmpty() && ids.containsAll(batch.replaces())) {
        ids.removeAll(batch.replaces());
        ids.add(batch.id());
      }
    }
    return ids;
  }

  /**
   * What packing {@code batchIds} does. A batch that holds a file's last version but one, where the
   * last is in a batch that is not to be packed, stays as it is: whoever builds from the last
   * version needs to know which rows it replaces.
   */
  public Packing packing(Set<String> batchIds) {
    Set<Version> current = new HashSet<>(currentVersions());
    Set<String> packed = new TreeSet<>(of(batchIds).batchIds());
    of(batchIds).currentVersions().stream()
        .filter(version -> !current.contains(version))
        .forEach(version -> packed.remove(version.batch().id()));
    List<Version> moved = new ArrayList<>(currentVersions());
    moved.removeIf(version -> !packed.contains(version.batch().id()));
    int versions = of(packed).versions().size();
    return new Packing(packed, moved, versions - moved.size());
  }

  /** The ledger as it was when only {@code batchIds} counted. */
  public Ledger of(Set<String> batchIds) {
    return new Ledger(batches.stream().filter(batch -> batchIds.contains(batch.id())).toList());
  }

  /** Whether each row that counted when only {@code batchIds}, which are here, did still counts. */
  public boolean onlyAddsTo(Set<String> batchIds) {
    return new HashSet<>(superseded()).equals(new HashSet<>(of(batchIds).superseded()));
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
