package com.sparkify.etl.io.source;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;

/**
 * What a task reads, one part of a file after the other.
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

  private final List<FilePart> parts;
  private final Configuration conf;
  private final ExecutorService fetchers;
  private final Queue<Future<byte[]>> ahead = new ArrayDeque<>();
  private long bytesAhead;
  private int nextToFetch;
  private int nextToGive;

  FilesInOrder(List<FilePart> parts, Configuration conf) {
    this.parts = parts;
    this.conf = conf;
    this.fetchers = Executors.newFixedThreadPool(MOST_AHEAD, FilesInOrder::fetcher);
  }

  boolean hasNext() {
    return nextToGive < parts.size();
  }

  /** The part whose records {@link #next} gives. */
  FilePart nextPart() {
    return parts.get(nextToGive);
  }

  /** The records of the next part. */
  RecordSplitter next(SourceLayout layout) throws IOException {
    fetchAhead();
    FilePart part = parts.get(nextToGive++);
    try {
      Compression compression = Compression.of(part.file());
      if (isSmall(part)) {
        bytesAhead -= part.bytes().length();
        byte[] content = fetched(ahead.remove());
        return compression == Compression.NONE
            ? RecordSplitter.of(layout, content)
            : RecordSplitter.of(layout, new Unpacked(compression, ListedBytes.of(content)));
      }
      ListedBytes content = part.bytes().open(conf, "sequential");
      return compression == Compression.NONE
          ? RecordSplitter.of(layout, content, part.linesBefore())
          : RecordSplitter.of(layout, new Unpacked(compression, content));
    } catch (InterruptedIOException stopped) {
      throw stopped;
    } catch (IOException failure) {
      throw unreadable(part.file(), failure);
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
    while (nextToFetch < parts.size() && ahead.size() < MOST_AHEAD) {
      FilePart part = parts.get(nextToFetch);
      if (isSmall(part)) {
        long size = part.bytes().length();
        if (!ahead.isEmpty() && bytesAhead + size > MOST_BYTES_AHEAD) {
          return;
        }
        ahead.add(fetchers.submit(() -> fetch(part.bytes())));
        bytesAhead += size;
      }
      nextToFetch++;
    }
  }

  private byte[] fetch(FileRange file) throws IOException {
    byte[] content = new byte[(int) file.length()];
    if (content.length > 0) {
      try (ListedBytes in = file.open(conf, "whole-file")) {
        in.readNBytes(content, 0, content.length);
      }
    }
    return content;
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

  private static boolean isSmall(FilePart part) {
    return part.file().size() <= SMALL;
  }

  private static Thread fetcher(Runnable work) {
    Thread thread = new Thread(work, "source-file-fetcher");
    thread.setDaemon(true);
    return thread;
  }
}
