package com.sparkify.etl.io.staging;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.storage.Documents;
import com.sparkify.etl.io.storage.Rereading;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.io.storage.UnfinishedWrites;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The folders of the batches of one staged table: {@code batch=<id>/part-*}, the ledger {@code
 * _files}, {@code _replaces} with the ids of the batches that it stands for, if there are any, and
 * {@code _SUCCESS}, which comes last and makes the batch count. Needs no Spark.
 */
public final class BatchFolders {
  static final String PREFIX = "batch=";
  private static final String LEDGER = "_files";
  private static final String REPLACES = "_replaces";
  private static final String COMPLETE = "_SUCCESS";

  private final Path root;
  private final Configuration conf;
  private final Documents documents;

  private BatchFolders(Path root, Configuration conf) {
    this.root = root;
    this.conf = conf;
    this.documents = new Documents(conf);
  }

  /** The folders of {@code table}, a staged table, in the lake at {@code lake}. */
  public static BatchFolders of(String lake, Table table, Configuration conf) {
    return new BatchFolders(new Path(new Path(lake, "_sparkify/staging"), table.name()), conf);
  }

  /** The batches that count. Whoever packs them meanwhile is no reason to fail. */
  public Ledger ledger() {
    try {
      return Rereading.of(this::counting);
    } catch (IOException e) {
      throw failure("read the ledger of the batches", e);
    }
  }

  Path root() {
    return root;
  }

  Path folder(String batchId) {
    return new Path(root, PREFIX + batchId);
  }

  /** The files with the rows of {@code batches}. */
  List<FileStatus> parts(Set<String> batches) {
    try {
      Set<String> names = new HashSet<>();
      batches.forEach(id -> names.add(folder(id).getName()));
      List<FileStatus> parts = new ArrayList<>();
      RemoteIterator<LocatedFileStatus> files = files().listFiles(root, true);
      while (files.hasNext()) {
        FileStatus file = files.next();
        if (isPart(file.getPath()) && names.contains(file.getPath().getParent().getName())) {
          parts.add(file);
        }
      }
      parts.sort(Comparator.comparing(FileStatus::getPath));
      return parts;
    } catch (IOException e) {
      throw failure("list the files of the batches", e);
    }
  }

  /** Spark, too, takes other names for those of data. */
  static boolean isPart(Path file) {
    return !file.getName().startsWith("_") && !file.getName().startsWith(".");
  }

  /** Removes what unfinished loads left, and names the next batch. */
  String next() {
    try {
      Found found = found();
      remove(found.unfinished());
      int last = found.all().stream().mapToInt(Integer::parseInt).max().orElse(0);
      return "%06d".formatted(last + 1);
    } catch (IOException e) {
      throw failure("prepare a batch", e);
    }
  }

  /** The batches that do not count, since they are not complete or another stands for them. */
  Set<String> leftovers() {
    try {
      return Rereading.of(
          () -> {
            Found found = found();
            Set<String> leftovers = found.unfinished();
            replaced(found).values().forEach(leftovers::addAll);
            leftovers.retainAll(found.all());
            return leftovers;
          });
    } catch (IOException e) {
      throw failure("look for batches that do not count", e);
    }
  }

  /** Removes batches; one whose removal is cut off is one that is not complete. */
  void remove(Set<String> ids) {
    try {
      for (String id : ids) {
        files().delete(new Path(folder(id), COMPLETE), false);
        UnfinishedWrites.remove(folder(id), conf);
        files().delete(folder(id), true);
      }
    } catch (IOException e) {
      throw failure("remove the batches %s".formatted(ids), e);
    }
  }

  /** Makes the batch count, with {@code batch.files()} as its ledger. */
  void complete(Batch batch) {
    try {
      documents.writeLines(new Path(folder(batch.id()), LEDGER), batch.files());
      if (!batch.replaces().isEmpty()) {
        documents.writeLines(new Path(folder(batch.id()), REPLACES), List.copyOf(batch.replaces()));
      }
      files().create(new Path(folder(batch.id()), COMPLETE), true).close();
    } catch (IOException e) {
      throw failure("complete batch '%s'".formatted(batch.id()), e);
    }
  }

  /**
   * Ids of batches.
   *
   * @param packed those that say which others they stand for
   */
  private record Found(Set<String> all, Set<String> complete, Set<String> packed) {
    Set<String> unfinished() {
      Set<String> unfinished = new TreeSet<>(all);
      unfinished.removeAll(complete);
      return unfinished;
    }
  }

  private Ledger counting() throws IOException {
    Found found = found();
    Map<String, Set<String>> replaced = replaced(found);
    Set<String> counting = new TreeSet<>(found.complete());
    replaced.values().forEach(counting::removeAll);
    List<Batch> batches = new ArrayList<>();
    for (String id : counting) {
      batches.add(
          new Batch(
              id,
              documents.readLines(new Path(folder(id), LEDGER), StagedFile.class),
              replaced.getOrDefault(id, Set.of())));
    }
    return new Ledger(batches);
  }

  /** The ids that each complete batch stands for. */
  private Map<String, Set<String>> replaced(Found found) throws IOException {
    Map<String, Set<String>> replaced = new TreeMap<>();
    for (String id : found.packed()) {
      if (found.complete().contains(id)) {
        Path document = new Path(folder(id), REPLACES);
        replaced.put(id, Set.copyOf(documents.readLines(document, String.class)));
      }
    }
    return replaced;
  }

  private Found found() throws IOException {
    Set<String> all = new TreeSet<>();
    Set<String> complete = new TreeSet<>();
    Set<String> packed = new TreeSet<>();
    try {
      for (FileStatus folder : files().listStatus(root)) {
        all.add(idOf(folder.getPath()));
      }
    } catch (FileNotFoundException neverStaged) {
      return new Found(all, complete, packed);
    }
    RemoteIterator<LocatedFileStatus> files = files().listFiles(root, true);
    while (files.hasNext()) {
      Path file = files.next().getPath();
      switch (file.getName()) {
        case COMPLETE -> complete.add(idOf(file.getParent()));
        case REPLACES -> packed.add(idOf(file.getParent()));
        default -> {}
      }
    }
    return new Found(all, complete, packed);
  }

  private static String idOf(Path folder) {
    return folder.getName().substring(PREFIX.length());
  }

  private FileSystem files() throws IOException {
    return root.getFileSystem(conf);
  }

  private EtlException failure(String attempt, IOException cause) {
    return StorageTrouble.failure("%s in '%s'".formatted(attempt, root), cause);
  }
}
