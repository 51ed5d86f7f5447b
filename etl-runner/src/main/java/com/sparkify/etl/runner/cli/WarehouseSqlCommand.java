package com.sparkify.etl.runner.cli;

import com.sparkify.etl.io.warehouse.IamRole;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.WarehouseSqlJob;
import com.sparkify.etl.runner.job.WarehouseSqlRequest;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sparkify warehouse sql}. */
@CommandLine.Command(
    name = "sql",
    description = {
      "Print the SQL that loads a database. Neither Spark nor the database is asked.",
      "Redshift copies the source files or those of the lake, which have to be on S3."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  sparkify warehouse sql --target redshift --lake s3a://bucket/lake > load.sql",
      "  sparkify warehouse sql --target redshift --from json --songs s3a://bucket/song_data --events s3a://bucket/log_data",
      "  sparkify warehouse sql --target postgres"
    })
final class WarehouseSqlCommand implements Command {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin private WarehouseOptions options = new WarehouseOptions();

  @Option(
      names = "--target",
      required = true,
      paramLabel = "DATABASE",
      description = "${COMPLETION-CANDIDATES}.")
  private WarehouseSqlRequest.Target target = WarehouseSqlRequest.Target.REDSHIFT;

  @Option(
      names = "--from",
      paramLabel = "FILES",
      description =
          "${COMPLETION-CANDIDATES}: the source files, or those of the lake. Default: parquet.")
  private Optional<WarehouseSqlRequest.Source> source = Optional.empty();

  @Option(
      names = "--iam-role",
      paramLabel = "ARN",
      converter = IamRoleConverter.class,
      description = "Role with which Redshift reads the bucket. Default: that of the cluster.")
  private Optional<IamRole> role = Optional.empty();

  @Override
  public void execute(Launch launch) {
    Overrides overrides = options.overrides(Optional.empty());
    WarehouseSqlRequest request = new WarehouseSqlRequest(target, source, role);
    launch.withSpark(overrides, Input.NONE, WarehouseSqlJob.class, job -> job.print(request));
  }
}
