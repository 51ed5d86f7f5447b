package com.sparkify.etl.it.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB's driver, laid out so that it starts fast: its jar unpacks 70 MB of native code at every
 * start, which takes longer than the script needs for a small input. So the code is unpacked once,
 * beside a jar that has only the classes.
 *
 * @param options what tells Java of it
 */
record DuckDbDriver(Path jar, List<String> options) {
  private static final String NATIVE = "libduckdb_java.so_";

  DuckDbDriver {
    options = List.copyOf(options);
  }

  /** The driver, laid out in {@code folder}; as it comes, if it has no code for this system. */
  static DuckDbDriver unpackedIn(Path folder) throws IOException {
    Path whole = jarOf(DuckDBDriver.class);
    Path classes = folder.resolve("duckdb-classes.jar");
    try (JarFile jar = new JarFile(whole.toFile())) {
      List<JarEntry> entries = jar.stream().toList();
      List<JarEntry> code = entries.stream().filter(DuckDbDriver::isForThisSystem).toList();
      if (code.size() != 1) {
        return new DuckDbDriver(whole, List.of());
      }
      Files.createDirectories(folder);
      try (InputStream in = jar.getInputStream(code.get(0))) {
        Files.copy(in, folder.resolve(System.mapLibraryName("duckdb_java")));
      }
      try (OutputStream out = Files.newOutputStream(classes);
          ZipOutputStream slim = new ZipOutputStream(out)) {
        for (JarEntry entry : entries) {
          if (!entry.getName().startsWith(NATIVE)) {
            copy(jar, entry, slim);
          }
        }
      }
    }
    return new DuckDbDriver(classes, List.of("-Djava.library.path=" + folder));
  }

  /** The jar, or the folder, that {@code type} was loaded from. */
  static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(JarFile jar, JarEntry entry, ZipOutputStream out) throws IOException {
    out.putNextEntry(new ZipEntry(entry.getName()));
    try (InputStream in = jar.getInputStream(entry)) {
      in.transferTo(out);
    }
    out.closeEntry();
  }

  private static boolean isForThisSystem(JarEntry entry) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = cpu.equals("aarch64") || cpu.equals("arm64");
    return os.startsWith("linux")
        && entry.getName().equals(NATIVE + "linux_" + (arm ? "arm64" : "amd64"));
  }
}
