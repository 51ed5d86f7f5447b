package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.catalog.YearRange;
import java.util.Optional;

/**
 * For which engine statements are asked.
 *
 * @param projected the years whose partitions the engine computes; empty if they are registered
 */
public record DdlRequest(Target target, Optional<YearRange> projected) {

  /** An engine. */
  public enum Target {
    SPARK,
    ATHENA,
    REDSHIFT,
    SPECTRUM,
    POSTGRES
  }

  public DdlRequest {
    requireNonNull(target, "target");
    if (projected.isPresent() && target != Target.ATHENA) {
      throw new EtlException(
          Kind.CONFIG, "--projection is for Athena only; take it out, or give --target athena");
    }
  }
}
