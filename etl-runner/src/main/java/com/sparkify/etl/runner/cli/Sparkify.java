package com.sparkify.etl.runner.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The root of the commands. */
@CommandLine.Command(
    name = "sparkify",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes a star schema of song and log files, and answers questions about it.",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a bug in sparkify; the trace says where",
      "2:the command line or the configuration",
      "3:the source files",
      "4:a quality check or a guard of the tables, and nothing was published; or another answer than expected",
      "5:the storage: a disk, a bucket, a permission; the catalog, or the warehouse"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify run",
      "  sparkify query top-songs",
      "  sparkify dashboard",
      "  sparkify run --config conf/emr.conf --set sparkify.source.max-rejects=1%%",
      "",
      "'sparkify COMMAND --help' explains a command, README.md the settings."
    },
    subcommands = {
      RunCommand.class,
      StageCommand.class,
      BuildCommand.class,
      CheckCommand.class,
      QueryCommand.class,
      DashboardCommand.class,
      TablesCommand.class,
      WarehouseCommand.class,
      StatusCommand.class,
      RejectsCommand.class,
      GenerateCommand.class,
      DoctorCommand.class,
      VacuumCommand.class,
      HistoryCommand.class,
      DiffCommand.class,
      RollbackCommand.class,
      MaintainCommand.class,
      MigrateCommand.class,
      UnlockCommand.class,
      CommandLine.HelpCommand.class
    })
final class Sparkify {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;
}
