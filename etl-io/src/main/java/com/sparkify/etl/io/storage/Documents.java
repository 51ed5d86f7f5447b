package com.sparkify.etl.io.storage;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Small documents, most of them JSON beside the tables: journals, ledgers, reports.
 *
 * <p>A document is replaced as a whole: a reader, and whoever comes after a crash, finds the old
 * content or the new. Object stores give that with a plain write; elsewhere a finished temporary
 * file is renamed over the old one. On a disk that is done without Hadoop, whose rename removes the
 * old file first, and without its {@code .crc} files, which are replaced a moment after the files
 * that they are about. Properties that a document has and its class does not are passed over, so
 * that an older program reads what a newer one wrote.
 */
public final class Documents {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Configuration conf;

  public Documents(Configuration conf) {
    this.conf = conf;
  }

  /** The document at {@code path}, or nothing if there is none. */
  public <T> Optional<T> read(Path path, Class<T> type) throws IOException {
    try (InputStream in = files(path).open(path)) {
      return Optional.of(JSON.readValue(in, type));
    } catch (FileNotFoundException absent) {
      return Optional.empty();
    }
  }

  /** The documents in the lines of {@code path}. */
  public <T> List<T> readLines(Path path, Class<T> type) throws IOException {
    try (InputStream in = files(path).open(path);
        MappingIterator<T> lines = JSON.readerFor(type).readValues(in)) {
      return lines.readAll();
    }
  }

  /** Writes {@code document}, readable by people, in place of what is at {@code path}. */
  public void write(Path path, Object document) throws IOException {
    replace(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
  }

  /** Writes {@code documents}, one a line, in place of what is at {@code path}. */
  public void writeLines(Path path, List<?> documents) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Object document : documents) {
      lines.write(JSON.writeValueAsBytes(document));
      lines.write('\n');
    }
    replace(path, lines.toByteArray());
  }

  /** Writes {@code text}, in UTF-8, in place of what is at {@code path}. */
  public void writeText(Path path, String text) throws IOException {
    replace(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Removes the document at {@code path}, if there is one. */
  public void delete(Path path) throws IOException {
    path.getFileSystem(conf).delete(path, false);
  }

  private void replace(Path path, byte[] content) throws IOException {
    FileSystem files = files(path);
    if (ObjectStores.isOne(files)) {
      writeBytes(files, path, content);
      return;
    }
    Path unfinished = new Path(path.getParent(), "_" + path.getName() + ".unfinished");
    writeBytes(files, unfinished, content);
    if (files.getUri().getScheme().equals("file")) {
      Files.move(onDisk(files, unfinished), onDisk(files, path), StandardCopyOption.ATOMIC_MOVE);
    } else {
      FileContext.getFileContext(files.getUri(), conf)
          .rename(unfinished, path, Options.Rename.OVERWRITE);
    }
  }

  private FileSystem files(Path path) throws IOException {
    FileSystem files = path.getFileSystem(conf);
    return files instanceof ChecksumFileSystem withChecksums
        ? withChecksums.getRawFileSystem()
        : files;
  }

  private static java.nio.file.Path onDisk(FileSystem files, Path path) {
    return java.nio.file.Path.of(files.makeQualified(path).toUri());
  }

  private static void writeBytes(FileSystem files, Path path, byte[] content) throws IOException {
    try (OutputStream out = files.create(path, true)) {
      out.write(content);
    }
  }
}
