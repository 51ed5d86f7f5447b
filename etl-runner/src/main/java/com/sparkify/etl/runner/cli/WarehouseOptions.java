package com.sparkify.etl.runner.cli;

import com.sparkify.etl.runner.config.Overrides;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings of a warehouse, which win over {@code --set}. */
final class WarehouseOptions {
  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "Schema of the database that holds the star (sparkify.warehouse.schema).")
  private Optional<String> schema = Optional.empty();

  Overrides overrides(Optional<String> url) {
    Overrides given = settings.overrides();
    List<String> assignments = new ArrayList<>(given.assignments());
    url.map("sparkify.warehouse.url="::concat).ifPresent(assignments::add);
    schema.map("sparkify.warehouse.schema="::concat).ifPresent(assignments::add);
    return new Overrides(given.file(), given.songs(), given.events(), given.lake(), assignments);
  }
}
