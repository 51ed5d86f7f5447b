package com.sparkify.etl.io.storage;

import java.net.URI;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;

/**
 * Which file systems are object stores: a plain write replaces an object as a whole, nobody sees a
 * part of it, and a rename is a copy.
 */
public final class ObjectStores {
  private static final Set<String> SCHEMES = Set.of("s3", "s3a");

  private ObjectStores() {}

  public static boolean isOne(FileSystem files) {
    return isOne(files.getUri());
  }

  /** Whether {@code path}, with its scheme unless it is a file's, is in one. */
  public static boolean isOne(URI path) {
    return path.getScheme() != null && SCHEMES.contains(path.getScheme());
  }
}
