package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.star.Artists;
import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Version;
import com.sparkify.etl.io.staging.Batch;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.io.staging.StagedFile;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuildPlanTest {
  private static final Ledger SONGS = new Ledger(List.of(new Batch("s1", List.of(file("s", 70)))));
  private static final Ledger EVENTS =
      new Ledger(
          List.of(
              new Batch("e1", List.of(file("a", 5000), file("b", 3000))),
              new Batch("e2", List.of(file("b", 3100), file("c", 40)))));

  @Test
  void eachEventMayBeOfAnotherListener() {
    BuildPlan plan = plan(Optional.empty());

    assertThat(plan.mostRows(Users.TABLE)).isEqualTo(5000 + 3100 + 40);
    assertThat(plan.mostRows(Songs.TABLE)).isEqualTo(70);
    assertThat(plan.mostRows(Artists.TABLE)).isEqualTo(70);
  }

  @Test
  void onlyEventsOfNewBatchesMayAddListeners() {
    BuildPlan plan = plan(Optional.of(Set.of(YearMonth.of(2018, 11))));

    assertThat(plan.mostRows(Users.TABLE)).isEqualTo(97 + 3100 + 40);
    assertThat(plan.mostRows(Songs.TABLE)).isEqualTo(70);
  }

  /** All that is staged, where the first batch of events is published with 97 listeners. */
  private static BuildPlan plan(Optional<Set<YearMonth>> months) {
    Basis basis = new Basis(Set.of("s1"), Set.of("e1", "e2"), "rules");
    Version published =
        new Version(
            "run",
            "2018-12-01T00:00:00Z",
            new Basis(Set.of("s1"), Set.of("e1"), "rules"),
            "",
            Map.of("users", new Version.Contents(Map.of("", 97L), 1, 1, 1, 1)));
    return new BuildPlan(basis, SONGS, EVENTS, Optional.of(published), months, List.of());
  }

  private static StagedFile file(String name, long read) {
    return new StagedFile("file:/" + name, read, 1, read, read, 0, Map.of(), Map.of());
  }
}
