package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.star.Users;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CountingTest {
  private static final Map<List<String>, Long> SEVEN = Map.of(List.of(), 7L);

  private final CompletableFuture<Map<String, Map<List<String>, Long>>> users =
      new CompletableFuture<>();
  private final CompletableFuture<Map<String, Map<List<String>, Long>>> songs =
      new CompletableFuture<>();
  private final Counting counting =
      new Counting(
          Map.of(Users.TABLE.name(), users, "users: a promise", users, Songs.TABLE.name(), songs));

  @Test
  void whoAsksForATableWaitsForNoOther() {
    users.complete(Map.of(Users.TABLE.name(), SEVEN));

    assertThat(counting.of(Users.TABLE)).containsExactly(Map.entry(Users.TABLE.name(), SEVEN));
    assertThat(songs).isNotDone();
  }

  @Test
  void whatIsNotCountedHasNoCounts() {
    assertThat(counting.of(Time.TABLE)).isEmpty();
  }

  @Test
  void allCountsAreThoseOfEveryQuery() {
    users.complete(Map.of(Users.TABLE.name(), SEVEN));
    songs.complete(Map.of(Songs.TABLE.name(), SEVEN));

    assertThat(counting.all()).containsOnlyKeys(Users.TABLE.name(), Songs.TABLE.name());
  }

  @Test
  void aFailureReachesWhoAsksAndEndsTheCounting() {
    users.completeExceptionally(new IllegalStateException("no space left"));
    songs.complete(Map.of());

    assertThatThrownBy(() -> counting.of(Users.TABLE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no space left");
    assertThatThrownBy(counting::all).hasMessage("no space left");
    counting.end();
  }

  @Test
  void aFailureIsThrownWhenAllQueriesHaveEnded() {
    users.completeExceptionally(new IllegalStateException("no space left"));
    songs.completeAsync(Map::of, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));

    assertThatThrownBy(() -> counting.of(Users.TABLE)).hasMessage("no space left");

    assertThat(songs).isDone();
  }
}
