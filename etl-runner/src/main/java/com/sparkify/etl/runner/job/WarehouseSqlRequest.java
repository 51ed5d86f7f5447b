package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.warehouse.IamRole;
import java.util.Optional;

/**
 * Which script is asked for.
 *
 * @param source what Redshift copies; empty for the files of the lake
 * @param role with which Redshift reads the bucket; empty for the default one of the cluster
 */
public record WarehouseSqlRequest(Target target, Optional<Source> source, Optional<IamRole> role) {

  /** A database. */
  public enum Target {
    REDSHIFT,
    POSTGRES
  }

  /** What is copied. */
  public enum Source {
    /** The source files, so that the star is derived by SQL. */
    JSON,
    /** The published tables. */
    PARQUET
  }

  public WarehouseSqlRequest {
    requireNonNull(target, "target");
    if (target == Target.POSTGRES && (source.isPresent() || role.isPresent())) {
      throw new EtlException(
          Kind.CONFIG,
          "--from and --iam-role are for Redshift only, since PostgreSQL copies nothing from S3; take them out, or give --target redshift");
    }
  }
}
