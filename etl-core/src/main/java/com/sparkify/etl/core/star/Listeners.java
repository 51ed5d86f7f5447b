package com.sparkify.etl.core.star;

import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Kept.Ahead;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of {@code users} and {@code user_levels}, those that stay among them.
 *
 * @param spans the {@link LevelSpans} of the events; empty if they are not computed ahead
 */
record Listeners(ListenerInput input, Optional<Ahead> spans) {
  static Listeners of(ListenerInput input, Kept kept) {
    return new Listeners(
        input, kept.ahead(() -> LevelSpans.of(input.events()), LevelSpans.LEAST_LAST));
  }

  Dataset<Row> users(TextRepair repair) {
    Dataset<Row> events = input.events();
    Dataset<Row> users =
        spans
            .map(known -> Users.from(events, repair, known))
            .orElseGet(() -> Users.from(events, repair));
    return input.settled().map(settled -> users.union(settled.users())).orElse(users);
  }

  Dataset<Row> userLevels() {
    Dataset<Row> events = input.events();
    Dataset<Row> periods =
        spans
            .map(known -> UserLevels.from(events, known.rows()))
            .orElseGet(() -> UserLevels.from(events));
    return input.settled().map(settled -> periods.union(settled.userLevels())).orElse(periods);
  }
}
