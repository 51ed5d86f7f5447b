package com.sparkify.etl.io.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.lake.Release.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void writesWhatPointsBeforeWhatItPointsAtAndAuditsThemLast() {
    release(() -> done.add("audit")).write(part -> done.add(part.table().name()), Runnable::run);

    assertThat(done).containsExactly("songplays", "users", "audit");
  }

  @Test
  void isNotAuditedWhereAPartCannotBeWritten() {
    assertThatThrownBy(
            () ->
                release(() -> done.add("audit"))
                    .write(
                        part -> {
                          throw new IllegalStateException("no space left");
                        },
                        Runnable::run))
        .hasMessage("no space left");

    assertThat(done).isEmpty();
  }

  private static Release release(Runnable audit) {
    return new Release(
        "a run",
        Instant.EPOCH,
        new Basis(Set.of(), Set.of(), ""),
        List.of(part(Users.TABLE), part(Songplays.TABLE)),
        audit);
  }

  private static Part part(Table table) {
    return new Part(table, Spark.session().emptyDataFrame(), Map.of(), Optional.empty());
  }
}
