package com.sparkify.etl.core.star;

import static com.sparkify.etl.core.fixture.RawRecord.play;
import static com.sparkify.etl.core.fixture.RawRecord.song;
import static org.apache.spark.sql.functions.broadcast;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.fixture.Given;
import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Reference;
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
    Dataset<Row> events = Given.events(play(), play());
    Dataset<Row> rows =
        Plays.of(
                events,
                Given.songs(song()),
                Match.TITLE_ARTIST,
                TextRepair.DECODED,
                new OfAnyNumber())
            .watched(Map.of(LISTENER, broadcast(Users.from(events))))
            .rows();

    Dataset<Row> ofFiles = rows.sortWithinPartitions(orderOfFiles());
    assertThat(stepsByTime("Sort [", ofFiles)).isEqualTo(1);
    assertThat(stepsByTime("Exchange ", ofFiles)).isEqualTo(1);
  }

  private static Column[] orderOfFiles() {
    return Stream.concat(
            Songplays.TABLE.partitionedBy().stream(), Songplays.TABLE.orderedBy().stream())
        .map(Field::column)
        .toArray(Column[]::new);
  }

  private static long stepsByTime(String kind, Dataset<Row> rows) {
    return rows.queryExecution()
        .executedPlan()
        .toString()
        .lines()
        .filter(step -> step.contains(kind) && step.contains("start_time"))
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
