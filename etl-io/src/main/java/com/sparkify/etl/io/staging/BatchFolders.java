package com.sparkify.etl.io.staging;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.storage.Documents;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.io.storage.UnfinishedWrites;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The folders of the batches of one staged table: {@code batch=<id>/part-*}, the ledger {@code
 * _files}, and {@code _SUCCESS}, which comes last and makes the batch count. Needs no Spark.
 */
public final class BatchFolders {
  static final String PREFIX = "batch=";
  private static final String LEDGER = "_files";
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

  /** The batches that count. */
  public Ledger ledger() {
    try {
      List<Batch> batches = new ArrayList<>();
      for (String id : found().complete()) {
        batches.add(
            new Batch(id, documents.readLines(new Path(folder(id), LEDGER), StagedFile.class)));
      }
      return new Ledger(batches);
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

  /** Removes what unfinished loads left, and names the next batch. */
  String next() {
    try {
      Found found = found();
      Set<String> unfinished = new TreeSet<>(found.all());
      unfinished.removeAll(found.complete());
      for (String id : unfinished) {
        UnfinishedWrites.remove(folder(id), conf);
        files().delete(folder(id), true);
      }
      int last = found.all().stream().mapToInt(Integer::parseInt).max().orElse(0);
      return "%06d".formatted(last + 1);
    } catch (IOException e) {
      throw failure("prepare a batch", e);
    }
  }

  /** Makes the batch count, with {@code batch.files()} as its ledger. */
  void complete(Batch batch) {
    try {
      documents.writeLines(new Path(folder(batch.id()), LEDGER), batch.files());
      files().create(new Path(folder(batch.id()), COMPLETE), true).close();
    } catch (IOException e) {
      throw failure("complete batch '%s'".formatted(batch.id()), e);
    }
  }

  private record Found(Set<String> all, Set<String> complete) {}

  private Found found() throws IOException {
    Set<String> all = new TreeSet<>();
    Set<String> complete = new TreeSet<>();
    try {
      for (FileStatus folder : files().listStatus(root)) {
        all.add(idOf(folder.getPath()));
      }
      RemoteIterator<LocatedFileStatus> files = files().listFiles(root, true);
      while (files.hasNext()) {
        Path file = files.next().getPath();
        if (file.getName().equals(COMPLETE)) {
          complete.add(idOf(file.getParent()));
        }
      }
    } catch (FileNotFoundException neverStaged) {
      return new Found(Set.of(), Set.of());
    }
    return new Found(all, complete);
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
