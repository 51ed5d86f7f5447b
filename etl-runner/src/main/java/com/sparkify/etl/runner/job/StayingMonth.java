package com.sparkify.etl.runner.job;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.io.lake.TimedFile;
import java.util.List;

/**
 * What stays of a month when plays come or go.
 *
 * @param plays files of {@code songplays}
 * @param starts files of {@code time}
 */
record StayingMonth(StayingFiles plays, StayingFiles starts) {

  /**
   * What stays of these files, which are all of the month, when plays of times in {@code changed}
   * come or go. Of {@code time} every row is built again of which a play is, for the two to be
   * compared; its files hold other times than those of {@code songplays}.
   *
   * @param few a file of fewer rows is small
   */
  static StayingMonth of(
      List<TimedFile> plays, List<TimedFile> starts, List<TimeSpan> changed, long few) {
    StayingFiles ofPlays = StayingFiles.of(plays, changed, few);
    return ofPlays.files().isEmpty()
        ? new StayingMonth(StayingFiles.NONE, StayingFiles.NONE)
        : new StayingMonth(ofPlays, StayingFiles.of(starts, ofPlays.replaced(), few));
  }
}
