package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.song;
import static org.apache.spark.sql.functions.broadcast;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.fixture.RawRecord;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PlaysTest {
  private static final Reference LISTENER =
      new Reference(Songplays.TABLE, Songplays.USER_ID, Users.TABLE);

  @Test
  void areDividedAndSortedOnceForTheirCopiesAndForTheirFiles() {
    Dataset<Row> rows = plays(Given.events(play(), play()));

    assertThat(steps("Sort [", "start_time", rows)).isEqualTo(1);
    assertThat(steps("Exchange ", "_moment", rows)).isEqualTo(1);
  }

  @Test
  void comeInTheOrderOfTheirFiles() {
    List<RawRecord> events = new ArrayList<>();
    for (long ts :
        List.of(1_543_622_400_000L, 1_543_622_399_999L, 1_543_622_400_001L, 0L, 8_192L)) {
      for (long session : List.of(9L, 8L)) {
        events.add(play().with(LogEvents.TS, ts).with(LogEvents.SESSION_ID, session));
        events.add(play().with(LogEvents.TS, ts).with(LogEvents.SESSION_ID, session));
      }
    }
    Dataset<Row> rows = plays(Given.events(events.toArray(RawRecord[]::new)));

    assertThat(rows.count()).isEqualTo(10);
    assertThat(rows.collectAsList()).isEqualTo(rows.sort(orderOfFiles()).collectAsList());
  }

  private static Dataset<Row> plays(Dataset<Row> events) {
    return Plays.of(
            events, Given.songs(song()), Match.TITLE_ARTIST, TextRepair.DECODED, new OfAnyNumber())
        .watched(Map.of(LISTENER, broadcast(Users.from(events))))
        .rows();
  }

  private static Column[] orderOfFiles() {
    return Stream.concat(
            Songplays.TABLE.partitionedBy().stream(), Songplays.TABLE.orderedBy().stream())
        .map(Field::column)
        .toArray(Column[]::new);
  }

  private static long steps(String kind, String column, Dataset<Row> rows) {
    return rows.queryExecution()
        .executedPlan()
        .toString()
        .lines()
        .filter(step -> step.contains(kind) && step.contains(column))
        .count();
  }

  /** Divides plays and sends songs, as is done with rows that are not few. */
  private static final class OfAnyNumber implements Kept {
    @Override
    public Dataset<Row> few(Dataset<Row> rows) {
      return broadcast(rows);
    }

    @Override
    public Dataset<Row> spread(Dataset<Row> rows, Column... by) {
      return rows.repartitionByRange(3, by);
    }
  }
}
