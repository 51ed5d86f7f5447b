package com.sparkify.etl.io.source;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One file of a source, as a listing shows it.
 *
 * @param path full URI of the file
 * @param size bytes
 * @param modifiedMillis when it was last written; epoch milliseconds
 */
public record SourceFile(String path, long size, long modifiedMillis) implements Serializable {
  public SourceFile {
    requireNonNull(path, "path");
  }
}
