package com.sparkify.etl.runner.job;

import com.google.inject.Inject;
import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.runner.config.GuardSettings;
import com.sparkify.etl.runner.config.Share;
import com.sparkify.etl.runner.report.PlaysReport;
import java.util.List;
import java.util.stream.Stream;

/** Stops a build of which too few plays find their song. Of no plays, none are too few. */
final class MatchGuard {
  private static final int EXAMPLES = 3;
  private static final List<Field> SHOWN =
      Stream.of(Songplays.SONGPLAY_ID, Songplays.HEARD_TITLE, Songplays.HEARD_ARTIST)
          .filter(field -> !field.personal())
          .toList();

  private final GuardSettings settings;

  @Inject
  MatchGuard(GuardSettings settings) {
    this.settings = settings;
  }

  /** Throws if the plays that were built miss the share that the settings ask for. */
  void check(PlaysReport plays, StarSchema star) {
    settings
        .minMatchRate()
        .filter(share -> share.isMissedBy(plays.matched(), plays.built()))
        .ifPresent(
            share -> {
              throw new EtlException(Kind.QUALITY, message(share, plays, examples(star)));
            });
  }

  private static String message(Share share, PlaysReport plays, List<String> examples) {
    return ("Check 'songplays: at least %s of the plays find their song"
            + " (sparkify.guard.min-match-rate)' fails: %,d of %,d rows have none, so %.2f %% do;"
            + " such as %s.\nNothing was published. See whether songs are missing, or their names"
            + " are written in another way; or set a lower share.")
        .formatted(
            share,
            plays.none(),
            plays.built(),
            100 * plays.matchRate(),
            String.join(", ", examples));
  }

  private static List<String> examples(StarSchema star) {
    return star.songplays()
        .where(Songplays.SONG_ID.column().isNull())
        .select(Table.columns(SHOWN))
        .limit(EXAMPLES)
        .toJSON()
        .collectAsList();
  }
}
