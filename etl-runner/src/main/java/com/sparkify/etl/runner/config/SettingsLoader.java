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
    if (values.get(S3Keys.KMS_KEY).isPresent()
        && values.get(S3Keys.ENCRYPTION) != Encryption.SSE_KMS) {
      problems.add(
          S3Keys.KMS_KEY.name(),
          merged.getValue(S3Keys.KMS_KEY.name()),
          "a key is for %s = sse-kms only; set that too, or take the key out"
              .formatted(S3Keys.ENCRYPTION.name()));
    }
    problems.throwIfAny();
  }

  private static Settings settings(
      Values values, Map<String, String> iceberg, Map<String, String> spark) {
    return new Settings(
        new SourceSettings(
            new SongsSource(values.get(SourceKeys.SONGS_PATH)),
            new EventsSource(values.get(SourceKeys.EVENTS_PATH), values.get(SourceKeys.JSONPATHS)),
            values.get(SourceKeys.MAX_REJECTS)),
        new LakeSettings(
            values.get(LakeKeys.PATH),
            values.get(LakeKeys.FORMAT),
            values.get(LakeKeys.SMALL_FILE_ROWS),
            new IcebergCatalog(
                values.get(LakeKeys.ICEBERG_CATALOG),
                values.get(LakeKeys.ICEBERG_NAMESPACE),
                iceberg)),
        new CatalogSettings(
            values.get(LakeKeys.CATALOG_TYPE),
            values.get(LakeKeys.CATALOG_PATH),
            values.get(LakeKeys.CATALOG_DATABASE)),
        new StarSettings(
            values.get(StarKeys.MATCH),
            values.get(SourceKeys.REPAIR_TEXT),
            values.get(StarKeys.SONGS_PARTITION_BY)),
        new GuardSettings(
            values.get(StarKeys.MAX_SHRINK),
            values.get(StarKeys.MIN_MATCH_RATE),
            values.get(StarKeys.MAX_AGE)),
        new VacuumSettings(values.get(UpkeepKeys.KEEP_REPORTS)),
        new MaintainSettings(
            values.get(UpkeepKeys.FILE_SIZE),
            values.get(UpkeepKeys.KEEP_VERSIONS),
            values.get(UpkeepKeys.KEEP_FOR),
            values.get(UpkeepKeys.ORPHANS_AFTER)),
        new WarehouseSettings(values.get(Keys.WAREHOUSE_URL), values.get(Keys.WAREHOUSE_SCHEMA)),
        new S3Settings(
            values.get(S3Keys.ENDPOINT),
            values.get(S3Keys.REGION),
            values.get(S3Keys.PATH_STYLE),
            values.get(S3Keys.ENCRYPTION),
            values.get(S3Keys.KMS_KEY),
            values.get(S3Keys.REQUESTER_PAYS)),
        new SparkSettings(values.get(Keys.SPARK_MASTER), spark));
  }
}
