package com.sparkify.etl.it.iceberg;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.it.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The newest version of a lake of Iceberg, as a program finds and reads it that has Iceberg's own
 * library, and neither Spark nor the product: of the documents below {@code _sparkify/versions} the
 * one of the highest number whose tag every table has.
 */
public final class TaggedVersion {
  private static final Pattern DOCUMENT = Pattern.compile("\\d{8}-(.+)[.]json");
  private static final Comparator<List<String>> IN_ORDER =
      Comparator.comparing(row -> String.join("\n", row));

  private final String root;
  private final String tag;
  private final Map<String, Table> tables;

  private TaggedVersion(String root, String tag, Map<String, Table> tables) {
    this.root = root;
    this.tag = tag;
    this.tables = tables;
  }

  /**
   * That of {@code lake}, a path or URI, in which something is published.
   *
   * @param conf how files there are reached
   */
  public static TaggedVersion newest(String lake, Configuration conf) {
    Path path = new Path(lake);
    try {
      String root = path.getFileSystem(conf).makeQualified(path).toString();
      List<String> tags = tagsNewestFirst(new Path(path, "_sparkify/versions"), conf);
      Map<String, Table> tables = tables(root, conf);
      return tags.stream()
          .filter(tag -> tables.values().stream().allMatch(table -> hasTag(table, tag)))
          .findFirst()
          .map(tag -> new TaggedVersion(root, tag, tables))
          .orElseThrow(() -> new IllegalStateException("no version of all tables in " + lake));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> tagsNewestFirst(Path documents, Configuration conf)
      throws IOException {
    return Arrays.stream(documents.getFileSystem(conf).listStatus(documents))
        .map(file -> file.getPath().getName())
        .sorted(Comparator.reverseOrder())
        .map(DOCUMENT::matcher)
        .filter(Matcher::matches)
        .map(name -> "run-" + name.group(1))
        .toList();
  }

  private static Map<String, Table> tables(String root, Configuration conf) {
    HadoopTables inFolders = new HadoopTables(conf);
    Map<String, Table> tables = new LinkedHashMap<>();
    for (com.sparkify.etl.core.table.Table table : StarSchema.TABLES) {
      tables.put(table.name(), inFolders.load(root + "/sparkify/" + table.name()));
    }
    return tables;
  }

  private static boolean hasTag(Table table, String tag) {
    SnapshotRef ref = table.refs().get(tag);
    return ref != null && ref.isTag();
  }

  /** The rows of {@code table} in order, each as the texts of its columns. */
  public List<List<String>> rows(com.sparkify.etl.core.table.Table table) {
    List<List<String>> rows = new ArrayList<>();
    try (CloseableIterable<Record> records =
        IcebergGenerics.read(stored(table.name())).useSnapshot(snapshotOf(table.name())).build()) {
      for (Record row : records) {
        rows.add(
            table.fields().stream()
                .map(Field::name)
                .map(name -> String.valueOf(row.getField(name)))
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.sort(IN_ORDER);
    return rows;
  }

  /**
   * DuckDB, which finds the files of each table as the metadata names them; it reads no metadata.
   *
   * @param copy where the lake, or a copy of it, is on the disk
   */
  public DuckDb inDuckDb(java.nio.file.Path copy) {
    return DuckDb.ofFiles(table -> files(table).stream().map(copy::resolve).toList());
  }

  /** The Parquet files with the rows of {@code table} and no others, as paths in the lake. */
  private List<String> files(String table) {
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks =
        stored(table).newScan().useSnapshot(snapshotOf(table)).planFiles()) {
      for (FileScanTask task : tasks) {
        if (!task.deletes().isEmpty()) {
          throw new IllegalStateException("rows of '%s' are deleted".formatted(task.file()));
        }
        files.add(task.file().location().substring(root.length() + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** What no run leaves that ended well: a branch beside main, main where the version is not. */
  public List<String> remains() {
    List<String> remains = new ArrayList<>();
    tables.forEach(
        (name, table) -> {
          SnapshotRef main = table.refs().get(SnapshotRef.MAIN_BRANCH);
          if (main == null || main.snapshotId() != snapshotOf(name)) {
            remains.add("main of %s, which is not at %s".formatted(name, tag));
          }
          table.refs().entrySet().stream()
              .filter(ref -> ref.getValue().isBranch())
              .map(Map.Entry::getKey)
              .filter(branch -> !branch.equals(SnapshotRef.MAIN_BRANCH))
              .forEach(branch -> remains.add("branch %s of %s".formatted(branch, name)));
        });
    return remains;
  }

  private long snapshotOf(String name) {
    return requireNonNull(stored(name).refs().get(tag)).snapshotId();
  }

  private Table stored(String name) {
    return requireNonNull(tables.get(name), name);
  }
}
