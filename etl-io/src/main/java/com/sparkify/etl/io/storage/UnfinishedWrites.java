package com.sparkify.etl.io.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.Path;

/** What Spark's writers leave in a folder when they are cut off: no reader sees any of it. */
public final class UnfinishedWrites {
  /** The working folders of Hadoop's committer and of the magic one. */
  private static final List<String> WORKING = List.of("_temporary", "__magic");

  private UnfinishedWrites() {}

  /**
   * Removes the working folders of writers right below {@code folder} and, from an object store,
   * the uploads below it that nobody completed. Nobody else may be writing there.
   */
  public static void remove(Path folder, Configuration conf) throws IOException {
    FileSystem files = folder.getFileSystem(conf);
    try {
      for (FileStatus child : files.listStatus(folder)) {
        if (WORKING.stream().anyMatch(child.getPath().getName()::startsWith)) {
          files.delete(child.getPath(), true);
        }
      }
    } catch (FileNotFoundException nothingWritten) {
      // uploads may be there all the same: they make no folder until they are completed
    }
    abortUploads(folder, conf);
  }

  /**
   * Removes from an object store the uploads below {@code folder} that nobody completed, and says
   * how many there were. Nobody may be writing there.
   */
  public static int abortUploads(Path folder, Configuration conf) throws IOException {
    FileSystem files = folder.getFileSystem(conf);
    if (!ObjectStores.isOne(files)) {
      return 0;
    }
    try (MultipartUploader uploader = files.createMultipartUploader(folder).build()) {
      return uploader.abortUploadsUnderPath(folder).get();
    } catch (UnsupportedOperationException noUploads) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while aborting uploads below '%s'".formatted(folder), e);
    } catch (ExecutionException e) {
      throw new IOException(
          "cannot abort the uploads below '%s'".formatted(folder),
          e.getCause() == null ? e : e.getCause());
    }
  }
}
