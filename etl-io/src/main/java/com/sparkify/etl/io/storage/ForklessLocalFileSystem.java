package com.sparkify.etl.io.storage;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local file system without child processes and without checksum files.
 *
 * <p>Hadoop's own, where its native library is absent, runs {@code chmod} for each file and folder
 * that it makes, runs {@code ls} to learn owners, and writes a {@code .crc} file beside each file.
 * This one asks the Java runtime. It is used where {@code spark.hadoop.fs.file.impl} holds its
 * class name. Old {@code .crc} files are not read.
 *
 * <p>It is a {@link LocalFileSystem}, because Hadoop casts to that where it buffers uploads on
 * disk. A file system without POSIX permissions, as on Windows, is left to Hadoop. So are Hadoop's
 * {@code FileContext}, which Spark uses for checkpoints of streams only, symbolic links and {@code
 * setOwner}.
 */
public final class ForklessLocalFileSystem extends LocalFileSystem {

  /** Made by Hadoop, by name. */
  public ForklessLocalFileSystem() {
    super(new Forkless());
    setWriteChecksum(false);
    setVerifyChecksum(false);
  }

  private static final class Forkless extends RawLocalFileSystem {
    private static final String ASKED =
        "unix:mode,uid,gid,size,isDirectory,lastModifiedTime,lastAccessTime";
    private static final int PERMISSIONS = 01777;

    private final Map<Integer, String> users = new ConcurrentHashMap<>();
    private final Map<Integer, String> groups = new ConcurrentHashMap<>();

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      if (isPosix(file)) {
        Files.setAttribute(file, "unix:mode", (int) permission.toShort());
      } else {
        super.setPermission(path, permission);
      }
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      java.nio.file.Path file = pathToFile(path).toPath();
      if (!isPosix(file)) {
        return super.getFileStatus(path);
      }
      try {
        return status(path, file, Files.readAttributes(file, ASKED));
      } catch (NoSuchFileException absent) {
        FileNotFoundException translated =
            new FileNotFoundException("File %s does not exist".formatted(path));
        translated.initCause(absent);
        throw translated;
      }
    }

    private FileStatus status(Path path, java.nio.file.Path file, Map<String, Object> attributes)
        throws IOException {
      boolean isFolder = attribute(attributes, "isDirectory", Boolean.class);
      int mode = attribute(attributes, "mode", Integer.class);
      return new FileStatus(
          isFolder ? 0 : attribute(attributes, "size", Long.class),
          isFolder,
          1,
          getDefaultBlockSize(path),
          attribute(attributes, "lastModifiedTime", FileTime.class).toMillis(),
          attribute(attributes, "lastAccessTime", FileTime.class).toMillis(),
          new FsPermission((short) (mode & PERMISSIONS)),
          name(users, attribute(attributes, "uid", Integer.class), file, "unix:owner"),
          name(groups, attribute(attributes, "gid", Integer.class), file, "unix:group"),
          path.makeQualified(getUri(), getWorkingDirectory()));
    }

    /** A look-up of a name costs ten times what all else of a status costs: it is done once. */
    private static String name(
        Map<Integer, String> known, Integer id, java.nio.file.Path file, String attribute)
        throws IOException {
      String name = known.get(id);
      if (name == null) {
        name = ((Principal) Files.getAttribute(file, attribute)).getName();
        known.put(id, name);
      }
      return name;
    }

    private static <T> T attribute(Map<String, Object> attributes, String name, Class<T> type) {
      return type.cast(requireNonNull(attributes.get(name), name));
    }

    private static boolean isPosix(java.nio.file.Path file) {
      return file.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
  }
}
