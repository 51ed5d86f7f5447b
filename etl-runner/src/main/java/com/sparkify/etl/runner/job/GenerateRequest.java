package com.sparkify.etl.runner.job;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The files to generate; the same request gives the same files.
 *
 * @param out the folder that gets {@code song_data} and {@code log_data}
 * @param days days of logs, from {@code firstDay}
 * @param events events in all
 * @param malformed lines that are no JSON, in all
 * @param duplicates events that are delivered twice, in all
 * @param late events in the file of a later day, in all
 */
public record GenerateRequest(
    Path out,
    long seed,
    int songs,
    int users,
    LocalDate firstDay,
    int days,
    long events,
    int malformed,
    int duplicates,
    int late) {
  public GenerateRequest {
    requireNonNull(out, "out");
    requireNonNull(firstDay, "firstDay");
    requireAtLeast(1, "--songs", songs);
    requireAtLeast(1, "--users", users);
    requireAtLeast(1, "--days", days);
    requireAtLeast(0, "--events", events);
    requireAtLeast(0, "--malformed", malformed);
    requireAtLeast(0, "--duplicates", duplicates);
    requireAtLeast(0, "--late", late);
  }

  private static void requireAtLeast(long least, String option, long value) {
    if (value < least) {
      throw new EtlException(
          Kind.CONFIG,
          "%s is '%d'; expected %d or more, for example %s=100"
              .formatted(option, value, least, option));
    }
  }
}
