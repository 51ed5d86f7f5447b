package com.sparkify.etl.runner.job.doctor;

import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** Looks whether the lake can be listed, written, read and emptied. It is left as it was. */
final class LakeCheck {
  private static final String SUBJECT = "lake";
  private static final int PROBE = 'x';
  private static final long GIBIBYTE = 1L << 30;

  private final Configuration hadoop;

  LakeCheck(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  List<Finding> examine(String root) {
    try {
      Path folder = new Path(new Path(root), "_sparkify");
      FileSystem storage = folder.getFileSystem(hadoop);
      List<Path> missing = missing(storage, storage.makeQualified(folder));
      List<Finding> findings = new ArrayList<>();
      try {
        probe(storage, folder);
        findings.add(
            Finding.ok(SUBJECT, "'%s' can be listed, written, read and emptied".formatted(root)));
        if (storage instanceof LocalFileSystem local) {
          findings.add(space(local.pathToFile(folder)));
        }
      } finally {
        for (Path made : missing) {
          deleteIfEmpty(storage, made);
        }
      }
      return findings;
    } catch (IOException | IllegalArgumentException e) {
      StorageTrouble trouble = StorageTrouble.of(e);
      return List.of(
          Finding.fail(
              Kind.STORAGE,
              SUBJECT,
              "'%s' cannot be used: %s".formatted(root, trouble.reason()),
              trouble.advice() + "; or name another folder with --lake"));
    }
  }

  /** {@code folder} and those above it that do not exist, innermost first. */
  private static List<Path> missing(FileSystem storage, Path folder) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path path = folder; path != null && !storage.exists(path); path = path.getParent()) {
      missing.add(path);
    }
    return missing;
  }

  private static void probe(FileSystem storage, Path folder) throws IOException {
    Path probe = new Path(folder, "doctor-" + UUID.randomUUID());
    try (OutputStream content = storage.create(probe, false)) {
      content.write(PROBE);
    }
    try (InputStream content = storage.open(probe)) {
      if (content.read() != PROBE) {
        throw new IOException("the file '%s' does not hold what was written".formatted(probe));
      }
    }
    if (!storage.delete(probe, false)) {
      throw new IOException("the file '%s' was written but not deleted".formatted(probe));
    }
  }

  private static void deleteIfEmpty(FileSystem storage, Path folder) throws IOException {
    if (storage.exists(folder) && storage.listStatus(folder).length == 0) {
      storage.delete(folder, false);
    }
  }

  private static Finding space(File folder) {
    double free = (double) folder.getUsableSpace() / GIBIBYTE;
    String text = "%.1f GiB free on the disk of the lake".formatted(free);
    return free < 1
        ? Finding.warn("disk", text, "free some space, or name another disk with --lake")
        : Finding.ok("disk", text);
  }
}
