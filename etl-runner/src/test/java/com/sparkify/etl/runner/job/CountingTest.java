package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.star.Time;
import com.sparkify.etl.core.star.Users;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CountingTest {
  private static final Counts SEVEN_USERS = Counts.of(Users.TABLE.name(), 7);

  private final CompletableFuture<Counts> users = new CompletableFuture<>();
  private final CompletableFuture<Counts> songs = new CompletableFuture<>();
  private final Counting counting =
      new Counting(
          Map.of(Users.TABLE.name(), users, "users: a promise", users, Songs.TABLE.name(), songs));

  @Test
  void whoAsksForATableWaitsForNoOther() {
    users.complete(SEVEN_USERS);

    assertThat(counting.of(Users.TABLE)).isEqualTo(SEVEN_USERS);
    assertThat(songs).isNotDone();
  }

  @Test
  void whatIsNotCountedHasNoCounts() {
    assertThat(counting.of(Time.TABLE)).isEqualTo(Counts.NONE);
  }

  @Test
  void allCountsAreThoseOfEveryQuery() {
    users.complete(SEVEN_USERS);
    songs.complete(Counts.of(Songs.TABLE.name(), 3));

    assertThat(counting.all().sum(Users.TABLE.name())).isEqualTo(7);
    assertThat(counting.all().sum(Songs.TABLE.name())).isEqualTo(3);
  }

  @Test
  void aFailureReachesWhoAsksAndEndsTheCounting() {
    users.completeExceptionally(new IllegalStateException("no space left"));
    songs.complete(Counts.NONE);

    assertThatThrownBy(() -> counting.of(Users.TABLE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no space left");
    assertThatThrownBy(counting::all).hasMessage("no space left");
    counting.end();
  }

  @Test
  void aFailureIsThrownWhenAllQueriesHaveEnded() {
    users.completeExceptionally(new IllegalStateException("no space left"));
    songs.completeAsync(
        () -> Counts.NONE, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));

    assertThatThrownBy(() -> counting.of(Users.TABLE)).hasMessage("no space left");

    assertThat(songs).isDone();
  }
}
