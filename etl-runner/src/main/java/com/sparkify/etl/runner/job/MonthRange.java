package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Months in a row, in UTC.
 *
 * @param since the first; empty if all before are in the range too
 * @param until the last; empty if all after are in the range too
 */
public record MonthRange(Optional<YearMonth> since, Optional<YearMonth> until) {
  public MonthRange {
    requireNonNull(since, "since");
    requireNonNull(until, "until");
    if (since.isPresent() && until.filter(since.orElseThrow()::isAfter).isPresent()) {
      throw new EtlException(
          Kind.CONFIG,
          "--since is '%s' and --until is '%s'; expected the earlier month first, for example --since 2018-11 --until 2018-12"
              .formatted(since.orElseThrow(), until.orElseThrow()));
    }
  }

  boolean contains(YearMonth month) {
    return since.filter(month::isBefore).isEmpty() && until.filter(month::isAfter).isEmpty();
  }
}
