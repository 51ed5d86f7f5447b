package com.sparkify.etl.runner.config;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.io.lake.iceberg.IcebergCatalog;
import com.sparkify.etl.io.storage.S3Settings;
import com.sparkify.etl.io.storage.S3Settings.Encryption;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads the settings: the defaults, then the file of {@code --config}, then the options for paths,
 * then each {@code --set}; the later wins. Here Typesafe Config ends.
 */
public final class SettingsLoader {
  private SettingsLoader() {}

  /**
   * The settings of {@code overrides} over the defaults.
   *
   * @param hadoop what Hadoop's file systems need under given settings, to read a file with a
   *     scheme: under those of the command line then, or the defaults alone if these are wrong
   * @throws EtlException of kind CONFIG that tells everything that is wrong, or of kind STORAGE if
   *     the storage of the file fails
   */
  public static Settings load(Overrides overrides, Function<Settings, Configuration> hadoop) {
    return read(overrides, () -> hadoop.apply(withoutFile(overrides)));
  }

  private static Settings withoutFile(Overrides overrides) {
    try {
      return read(overrides.withoutFile(), Configuration::new);
    } catch (EtlException wrong) {
      return read(Overrides.none(), Configuration::new); // all that is wrong is told with the file
    }
  }

  private static Settings read(Overrides overrides, Supplier<Configuration> hadoop) {
    Problems problems = new Problems();
    Layers layers = Layers.read(overrides, hadoop, problems);
    try {
      Config merged = layers.merged();
      Values values = Values.read(merged, layers, problems);
      List<Config> resolved = layers.resolvedWith(merged);
      Map<String, String> iceberg = Values.of(PassedOn.ICEBERG, resolved, problems);
      Map<String, String> spark = Values.of(PassedOn.SPARK, resolved, problems);
      problems.throwIfAny();
      requireUseOfKmsKey(values, merged, problems);
      return settings(values, iceberg, spark);
    } catch (ConfigException e) {
      problems.add("the configuration", String.valueOf(e.getMessage()));
      problems.throwIfAny();
      throw e;
    }
  }

  private static void requireUseOfKmsKey(Values values, Config merged, Problems problems) {
    if (values.get(Keys.S3_KMS_KEY).isPresent()
        && values.get(Keys.S3_ENCRYPTION) != Encryption.SSE_KMS) {
      problems.add(
          Keys.S3_KMS_KEY.name(),
          merged.getValue(Keys.S3_KMS_KEY.name()),
          "a key is for %s = sse-kms only; set that too, or take the key out"
              .formatted(Keys.S3_ENCRYPTION.name()));
    }
    problems.throwIfAny();
  }

  private static Settings settings(
      Values values, Map<String, String> iceberg, Map<String, String> spark) {
    return new Settings(
        new SourceSettings(
            new SongsSource(values.get(Keys.SONGS_PATH)),
            new EventsSource(values.get(Keys.EVENTS_PATH), values.get(Keys.JSONPATHS)),
            values.get(Keys.MAX_REJECTS)),
        new LakeSettings(
            values.get(Keys.LAKE_PATH),
            values.get(Keys.LAKE_FORMAT),
            new IcebergCatalog(
                values.get(Keys.ICEBERG_CATALOG), values.get(Keys.ICEBERG_NAMESPACE), iceberg)),
        new CatalogSettings(
            values.get(Keys.CATALOG_TYPE),
            values.get(Keys.CATALOG_PATH),
            values.get(Keys.CATALOG_DATABASE)),
        new StarSettings(
            values.get(Keys.MATCH),
            values.get(Keys.REPAIR_TEXT),
            values.get(Keys.SONGS_PARTITION_BY)),
        new GuardSettings(
            values.get(Keys.MAX_SHRINK), values.get(Keys.MIN_MATCH_RATE), values.get(Keys.MAX_AGE)),
        new VacuumSettings(values.get(Keys.KEEP_REPORTS)),
        new MaintainSettings(
            values.get(Keys.MAINTAIN_FILE_SIZE),
            values.get(Keys.MAINTAIN_KEEP_VERSIONS),
            values.get(Keys.MAINTAIN_KEEP_FOR),
            values.get(Keys.MAINTAIN_ORPHANS_AFTER)),
        new WarehouseSettings(values.get(Keys.WAREHOUSE_URL), values.get(Keys.WAREHOUSE_SCHEMA)),
        new S3Settings(
            values.get(Keys.S3_ENDPOINT),
            values.get(Keys.S3_REGION),
            values.get(Keys.S3_PATH_STYLE),
            values.get(Keys.S3_ENCRYPTION),
            values.get(Keys.S3_KMS_KEY),
            values.get(Keys.S3_REQUESTER_PAYS)),
        new SparkSettings(values.get(Keys.SPARK_MASTER), spark));
  }
}
