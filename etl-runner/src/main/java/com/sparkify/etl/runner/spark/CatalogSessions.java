package com.sparkify.etl.runner.spark;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.runner.config.Settings;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The persistent catalog of a session of Spark: whether there is one, and where. */
public final class CatalogSessions {
  private static final String IN_THE_LAKE = "_sparkify/catalog";
  private static final String METASTORE = "metastore";

  private CatalogSessions() {}

  /**
   * Whether a command with {@code need} opens the catalog of {@code settings}.
   *
   * @throws EtlException of kind CONFIG if it needs one and there cannot be any, or is none yet
   */
  public static boolean isWanted(Settings settings, CatalogNeed need) {
    if (need == CatalogNeed.THERE || need == CatalogNeed.MADE) {
      settings.lake().requireFolders("name the tables in a catalog");
    }
    return settings.lake().format().isFolders() && isOpened(settings, need);
  }

  private static boolean isOpened(Settings settings, CatalogNeed need) {
    return switch (need) {
      case NONE -> false;
      case IF_THERE ->
          switch (settings.catalog().type()) {
            case NONE -> false;
            case HIVE -> true;
            case EMBEDDED -> folder(settings).filter(CatalogSessions::holdsOne).isPresent();
          };
      case THERE, MADE ->
          switch (settings.catalog().type()) {
            case NONE -> throw none();
            case HIVE -> true;
            case EMBEDDED -> {
              requireThere(requireFolder(settings), need);
              yield true;
            }
          };
    };
  }

  /** What Spark is told to have the catalog of {@code settings}, which is wanted. */
  static Map<String, String> conf(Settings settings) {
    Map<String, String> conf = new HashMap<>();
    conf.put("spark.sql.catalogImplementation", "hive");
    switch (settings.catalog().type()) {
      case NONE, HIVE -> {}
      case EMBEDDED -> conf.putAll(embedded(requireFolder(settings)));
    }
    return conf;
  }

  /** Hive's own classes over a database of Derby; nothing of it lies outside of {@code folder}. */
  private static Map<String, String> embedded(Path folder) {
    System.setProperty("derby.stream.error.method", CatalogSessions.class.getName() + ".derbyLog");
    String scratch = folder.resolve("scratch").toString();
    return Map.of(
        "spark.sql.warehouse.dir",
        folder.resolve("warehouse").toUri().toString(),
        "spark.hadoop.javax.jdo.option.ConnectionURL",
        "jdbc:derby:;databaseName=%s;create=true".formatted(folder.resolve(METASTORE)),
        "spark.hadoop.datanucleus.schema.autoCreateAll",
        "true",
        "spark.hadoop.hive.metastore.schema.verification",
        "false",
        "spark.hadoop.hive.metastore.schema.verification.record.version",
        "true",
        "spark.hadoop.hive.exec.scratchdir",
        scratch,
        "spark.hadoop.hive.exec.local.scratchdir",
        scratch,
        "spark.hadoop.hive.downloaded.resources.dir",
        scratch);
  }

  /** Where Derby writes its log, which it finds by name: nowhere, since it throws what is wrong. */
  public static OutputStream derbyLog() {
    return OutputStream.nullOutputStream();
  }

  private static Optional<Path> folder(Settings settings) {
    return settings
        .catalog()
        .path()
        .map(Path::of)
        .or(() -> onDisk(settings.lake().path()).map(lake -> lake.resolve(IN_THE_LAKE)))
        .map(Path::toAbsolutePath)
        .map(Path::normalize);
  }

  private static Optional<Path> onDisk(String path) {
    URI uri = new org.apache.hadoop.fs.Path(path).toUri();
    return uri.getScheme() == null || uri.getScheme().equals("file")
        ? Optional.of(Path.of(uri.getPath()))
        : Optional.empty();
  }

  private static boolean holdsOne(Path folder) {
    return Files.isDirectory(folder.resolve(METASTORE));
  }

  private static Path requireFolder(Settings settings) {
    return folder(settings)
        .orElseThrow(
            () ->
                new EtlException(
                    Kind.CONFIG,
                    ("The lake '%s' is on no disk of this machine, so the embedded catalog has no"
                            + " place in it. Set sparkify.catalog.path to a folder for it, or"
                            + " sparkify.catalog.type to hive for the cluster's.")
                        .formatted(settings.lake().path())));
  }

  private static void requireThere(Path folder, CatalogNeed need) {
    if (need == CatalogNeed.THERE && !holdsOne(folder)) {
      throw new EtlException(
          Kind.CONFIG,
          "There is no catalog in '%s'. 'sparkify tables create' makes it.".formatted(folder));
    }
  }

  private static EtlException none() {
    return new EtlException(
        Kind.CONFIG,
        "sparkify.catalog.type is 'none', so there is no catalog. Set it to embedded, or to hive.");
  }
}
