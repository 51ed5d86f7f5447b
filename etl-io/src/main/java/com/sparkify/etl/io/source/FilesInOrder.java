package com.sparkify.etl.io.source;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * The files of a task, one after the other.
 *
 * <p>Small files are fetched whole, some of them ahead and at the same time, since an object store
 * takes longer to answer than to send them. Exactly as many bytes are read as the listing showed,
 * and then unpacked if the file's name says that they are compressed.
 */
final class FilesInOrder implements Closeable {
  /** Bytes up to which a file is fetched whole. */
  static final long SMALL = 4 << 20;

  private static final int MOST_AHEAD = 16;
  private static final long MOST_BYTES_AHEAD = 32 << 20;

  private final List<SourceFile> files;
  private final Configuration conf;
  private final ExecutorService fetchers;
  private final Queue<Future<byte[]>> ahead = new ArrayDeque<>();
  private long bytesAhead;
  private int nextToFetch;
  private int nextToGive;

  FilesInOrder(List<SourceFile> files, Configuration conf) {
    this.files = files;
    this.conf = conf;
    this.fetchers = Executors.newFixedThreadPool(MOST_AHEAD, FilesInOrder::fetcher);
  }

  boolean hasNext() {
    return nextToGive < files.size();
  }

  /** The file whose records {@link #next} gives. */
  SourceFile nextFile() {
    return files.get(nextToGive);
  }

  /** The records of the next file. */
  RecordSplitter next(SourceLayout layout) throws IOException {
    fetchAhead();
    SourceFile file = files.get(nextToGive++);
    try {
      Compression compression = Compression.of(file);
      if (isSmall(file)) {
        bytesAhead -= file.size();
        byte[] content = fetched(ahead.remove());
        return compression == Compression.NONE
            ? RecordSplitter.of(layout, content)
            : RecordSplitter.of(layout, new Unpacked(compression, ListedBytes.of(content)));
      }
      ListedBytes content = new ListedBytes(open(file, "sequential"), file.size());
      return compression == Compression.NONE
          ? RecordSplitter.of(layout, content)
          : RecordSplitter.of(layout, new Unpacked(compression, content));
    } catch (InterruptedIOException stopped) {
      throw stopped;
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  /** For a file that cannot be read to the end that its listing showed. */
  static EtlException unreadable(SourceFile file, IOException failure) {
    return StorageTrouble.failure(
        "read the source file '%s', which was listed with %d bytes and may have been replaced or deleted since"
            .formatted(file.path(), file.size()),
        failure);
  }

  @Override
  public void close() {
    fetchers.shutdownNow();
  }

  private void fetchAhead() throws IOException {
    while (nextToFetch < files.size() && ahead.size() < MOST_AHEAD) {
      SourceFile file = files.get(nextToFetch);
      if (isSmall(file)) {
        if (!ahead.isEmpty() && bytesAhead + file.size() > MOST_BYTES_AHEAD) {
          return;
        }
        ahead.add(fetchers.submit(() -> fetch(file)));
        bytesAhead += file.size();
      }
      nextToFetch++;
    }
  }

  private byte[] fetch(SourceFile file) throws IOException {
    byte[] content = new byte[(int) file.size()];
    if (content.length > 0) {
      try (InputStream in = open(file, "whole-file")) {
        int got = in.readNBytes(content, 0, content.length);
        if (got < content.length) {
          throw new IOException("it holds %d bytes".formatted(got));
        }
      }
    }
    return content;
  }

  /** Opens with the length that is known, which spares an object store the question. */
  private InputStream open(SourceFile file, String readPolicy) throws IOException {
    Path path = new Path(file.path());
    FileSystem storage = path.getFileSystem(conf);
    return FutureIO.awaitFuture(
        storage
            .openFile(path)
            .opt("fs.option.openfile.length", Long.toString(file.size()))
            .opt("fs.option.openfile.read.policy", readPolicy)
            .build());
  }

  private static byte[] fetched(Future<byte[]> content) throws IOException {
    try {
      return content.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Stopped while fetching");
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      if (cause instanceof Error) {
        throw new IllegalStateException(cause); // no trouble of the storage, such as a wrong jar
      }
      throw cause instanceof IOException known ? known : new IOException(cause);
    }
  }

  private static boolean isSmall(SourceFile file) {
    return file.size() <= SMALL;
  }

  private static Thread fetcher(Runnable work) {
    Thread thread = new Thread(work, "source-file-fetcher");
    thread.setDaemon(true);
    return thread;
  }
}
