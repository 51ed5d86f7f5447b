package com.sparkify.etl.io.source;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of a source below a root of any file system that Hadoop knows. Needs no Spark.
 *
 * <p>The listing is flat: object stores answer it with a request per thousand files. Files and
 * folders below the root whose names start with {@code _} or {@code .} are not part of the source;
 * a file's extension says no more than how it is compressed.
 */
public final class SourceFolder {
  private final String root;
  private final SourceLayout layout;

  private SourceFolder(String root, SourceLayout layout) {
    this.root = root;
    this.layout = layout;
  }

  /** The song files below {@code root}. */
  public static SourceFolder songs(String root) {
    return new SourceFolder(root, SourceLayout.SONGS);
  }

  /** The log files below {@code root}. */
  public static SourceFolder events(String root) {
    return new SourceFolder(root, SourceLayout.EVENTS);
  }

  /**
   * All files, in the order of their paths.
   *
   * @throws EtlException of kind SOURCE_DATA if there is none, of kind STORAGE if the storage fails
   */
  public List<SourceFile> list(Configuration conf) {
    List<SourceFile> files = new ArrayList<>();
    try {
      Path top = new Path(root);
      FileSystem storage = top.getFileSystem(conf);
      String prefix = storage.makeQualified(top).toString();
      RemoteIterator<LocatedFileStatus> found = storage.listFiles(top, true);
      while (found.hasNext()) {
        FileStatus file = found.next();
        String path = file.getPath().toString();
        if (!isHidden(path.substring(prefix.length()))) {
          files.add(new SourceFile(path, file.getLen(), file.getModificationTime()));
        }
      }
    } catch (FileNotFoundException absent) {
      throw noSource("does not exist", absent);
    } catch (IllegalArgumentException noPath) {
      throw noSource("is not a path", noPath);
    } catch (IOException failure) {
      throw StorageTrouble.failure(
          "list the files of %s below '%s' (%s)".formatted(layout.label(), root, layout.rootKey()),
          failure);
    }
    if (files.isEmpty()) {
      throw noSource("holds no file", new FileNotFoundException(root));
    }
    files.sort(Comparator.comparing(SourceFile::path));
    return List.copyOf(files);
  }

  /** The path or URI below which the files are, as it was given. */
  public String root() {
    return root;
  }

  SourceLayout layout() {
    return layout;
  }

  private static boolean isHidden(String belowRoot) {
    return belowRoot.contains("/_") || belowRoot.contains("/.");
  }

  private EtlException noSource(String problem, Exception cause) {
    return new EtlException(
        Kind.SOURCE_DATA,
        ("Looked for the files of %s below '%s', which %s; expected a file, or a folder with files"
                + " at any depth (patterns such as * are not expanded). Correct %s")
            .formatted(layout.label(), root, problem, layout.rootKey()),
        cause);
  }
}
