package com.sparkify.etl.runner.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify warehouse}. */
@CommandLine.Command(
    name = "warehouse",
    synopsisSubcommandLabel = "COMMAND",
    description = {"Keep a copy of the tables, with their keys, in a database."},
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify warehouse load --url jdbc:postgresql://localhost/analytics",
      "  sparkify warehouse sql --target redshift --lake s3a://bucket/lake > load.sql"
    },
    subcommands = {WarehouseLoadCommand.class, WarehouseSqlCommand.class})
final class WarehouseCommand {
  @Mixin CommonOptions common = new CommonOptions();
}
