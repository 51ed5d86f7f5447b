package com.sparkify.etl.runner.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code sparkify tables}. */
@CommandLine.Command(
    name = "tables",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Make the tables known by name, to a catalog of Spark or to another engine.",
      "No file of the tables is ever touched."
    },
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  sparkify tables create", "  sparkify tables ddl --target postgres > tables.sql"},
    subcommands = {
      TablesCreateCommand.class,
      TablesShowCommand.class,
      TablesDropCommand.class,
      TablesDdlCommand.class
    })
final class TablesCommand {
  @Mixin CommonOptions common = new CommonOptions();
}
