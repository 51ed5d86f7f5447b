package com.sparkify.etl.io.lake;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.storage.Rereading;
import com.sparkify.etl.io.storage.StorageTrouble;
import com.sparkify.etl.io.storage.UnfinishedWrites;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** What a lake keeps beside its tables: the folder {@code _sparkify}. Needs no Spark. */
public final class WorkFolder {
  /** Where a format that keeps versions has a document of each. */
  public static final String VERSIONS = "versions";

  /** The area of files right in the folder. */
  private static final String DOCUMENTS = "documents";

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** Names under which documents, locks and the doctor's probe are written before they count. */
  private static final Pattern LEFT =
      Pattern.compile("_.+\\.unfinished|_lock.*-%1$s|lock-after-.+|doctor-%1$s".formatted(UUID));

  private final Path root;
  private final Configuration conf;

  private WorkFolder(Path root, Configuration conf) {
    this.root = root;
    this.conf = conf;
  }

  /** The folder in the lake at {@code lake}. */
  public static WorkFolder of(String lake, Configuration conf) {
    return new WorkFolder(new Path(lake, "_sparkify"), conf);
  }

  /** A number of files, and the bytes in them. */
  public record Size(long files, long bytes) {
    /** No file. */
    public static final Size NONE = new Size(0, 0);

    /** The same and another file, of {@code length} bytes. */
    public Size plus(long length) {
      return new Size(files + 1, bytes + length);
    }

    /** Both. */
    public Size plus(Size other) {
      return new Size(files + other.files, bytes + other.bytes);
    }
  }

  /** Whether the tables were published in a format that keeps versions. */
  public boolean keepsVersions() {
    try {
      return root.getFileSystem(conf).exists(new Path(root, VERSIONS));
    } catch (IOException e) {
      throw failure("look for versions", e);
    }
  }

  /** What is there, by area: {@code staging/songs}, {@code runs}, and so on. */
  public Map<String, Size> sizes() {
    Map<String, Size> sizes = new TreeMap<>();
    for (FileStatus file : files()) {
      String area = area(relative(file.getPath()));
      sizes.put(area, sizes.getOrDefault(area, Size.NONE).plus(file.getLen()));
    }
    return sizes;
  }

  /**
   * Files that somebody who was cut off has left, by their path in the folder. One that is no older
   * than {@code before} may be somebody's at work: also who has no claim on the lake writes
   * reports.
   */
  public List<String> leftovers(Instant before) {
    return files().stream()
        .filter(file -> LEFT.matcher(file.getPath().getName()).matches())
        .filter(file -> file.getModificationTime() < before.toEpochMilli())
        .map(file -> relative(file.getPath()))
        .sorted()
        .toList();
  }

  /** Removes files by their path in the folder. */
  public void remove(List<String> paths) {
    try {
      for (String path : paths) {
        root.getFileSystem(conf).delete(new Path(root, path), false);
      }
    } catch (IOException e) {
      throw failure("remove %s".formatted(paths), e);
    }
  }

  /** Removes uploads that nobody completed, and says how many; nobody may be staging. */
  public int abortUploads() {
    try {
      return UnfinishedWrites.abortUploads(root, conf);
    } catch (IOException e) {
      throw failure("remove unfinished uploads", e);
    }
  }

  private List<FileStatus> files() {
    try {
      FileSystem files = root.getFileSystem(conf);
      return files.exists(root) ? Rereading.of(() -> listed(files)) : List.of();
    } catch (IOException e) {
      throw failure("list the files", e);
    }
  }

  private List<FileStatus> listed(FileSystem files) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> listing = files.listFiles(root, true);
    while (listing.hasNext()) {
      found.add(listing.next());
    }
    return found;
  }

  private String relative(Path file) {
    String path = file.toUri().getPath();
    String folder = "/" + root.getName() + "/";
    return path.substring(path.lastIndexOf(folder) + folder.length());
  }

  private static String area(String path) {
    String[] steps = path.split("/", -1);
    if (steps.length == 1) {
      return DOCUMENTS;
    }
    return steps[0].equals("staging") && steps.length > 2 ? steps[0] + "/" + steps[1] : steps[0];
  }

  private EtlException failure(String attempt, IOException cause) {
    return StorageTrouble.failure("%s in '%s'".formatted(attempt, root), cause);
  }
}
