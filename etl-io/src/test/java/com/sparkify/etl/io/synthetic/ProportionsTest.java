package com.sparkify.etl.io.synthetic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often things happen, beside how often they do in the public files. */
class ProportionsTest {
  private static final SyntheticSpec SPEC =
      SyntheticSpec.likeThePublicData(11)
          .with(14_896, 1_000)
          .with(LocalDate.of(2018, 11, 1), 28, 200_000);
  private static final List<Event> EVENTS = events();
  private static final List<Event> PLAYS =
      EVENTS.stream().filter(event -> event.step().isPlay()).toList();
  private static final List<CatalogueSong> SONGS = songs();

  @Test
  void makesAboutAsManyEventsAsAskedFor() {
    assertThat((double) EVENTS.size()).isCloseTo(200_000, within(12_000.0));
  }

  @Test
  void callsPagesAsOftenAsRealVisitors() {
    assertThat(shareOf(EVENTS, on("NextSong"))).isCloseTo(0.847, within(0.03));
    assertThat(shareOf(EVENTS, on("Home"))).isCloseTo(0.1, within(0.025));
    assertThat(shareOf(EVENTS, on("Login"))).isCloseTo(0.0114, within(0.008));
    assertThat(shareOf(EVENTS, on("Logout"))).isCloseTo(0.0112, within(0.005));
    assertThat(shareOf(EVENTS, on("Downgrade"))).isCloseTo(0.0074, within(0.004));
    assertThat(shareOf(EVENTS, on("Settings"))).isCloseTo(0.007, within(0.003));
    assertThat(shareOf(EVENTS, on("Help"))).isCloseTo(0.0058, within(0.003));
    assertThat(shareOf(EVENTS, on("About"))).isCloseTo(0.0045, within(0.003));
    assertThat(shareOf(EVENTS, on("Upgrade"))).isCloseTo(0.0026, within(0.003));
    assertThat(shareOf(EVENTS, event -> !event.step().isLoggedIn())).isCloseTo(0.036, within(0.02));
  }

  @Test
  void hasManyShortSessionsAndFewLongOnes() {
    List<Long> songs = new ArrayList<>();
    EVENTS.stream()
        .collect(groupingBy(Event::sessionId))
        .values()
        .forEach(session -> songs.add(session.stream().filter(on("NextSong")).count()));
    songs.sort(null);

    assertThat(songs.get(songs.size() / 2)).isEqualTo(2);
    assertThat(songs.stream().mapToLong(Long::longValue).average().orElseThrow())
        .isCloseTo(7.25, within(0.8));
    assertThat(songs.get(songs.size() * 9 / 10)).isBetween(15L, 30L);
    assertThat(songs.get(songs.size() - 1)).isBetween(100L, 120L);
  }

  @Test
  void hasFewBusyListenersAndMostPlaysPaid() {
    List<Long> events = counts(EVENTS.stream().map(event -> event.listener().userId()).toList());

    assertThat(shareOf(PLAYS, Event::paid)).isCloseTo(0.82, within(0.08));
    assertThat(events.stream().limit(100).mapToLong(Long::longValue).sum() / 200_000.0)
        .isBetween(0.3, 0.65);
  }

  @Test
  void isBusyInTheAfternoonAndOnWorkdays() {
    double afternoon = shareOf(EVENTS, event -> event.second() % 86_400 / 3_600 / 4 == 4);
    double night = shareOf(EVENTS, event -> event.second() % 86_400 / 3_600 / 4 == 0);
    double weekend =
        shareOf(
            EVENTS, e -> LocalDate.ofEpochDay(e.second() / 86_400).getDayOfWeek().getValue() > 5);

    assertThat(afternoon).isCloseTo(0.274, within(0.04));
    assertThat(night).isBetween(0.06, 0.14);
    assertThat(weekend).isCloseTo(0.15, within(0.05));
  }

  @Test
  void playsAFewSongsOftenAndMostHardlyEver() {
    List<Long> plays = counts(PLAYS.stream().limit(6_820).map(Event::tune).toList());

    assertThat(plays.get(0)).isBetween(20L, 60L);
    assertThat(plays.size()).isBetween(4_500, 6_000);
  }

  @Test
  void playsTheCatalogueNowAndThen() {
    Map<String, Set<Seconds>> catalogue = new HashMap<>();
    SONGS.forEach(
        song ->
            catalogue
                .computeIfAbsent(song.title() + "|" + song.credit(), key -> new HashSet<>())
                .add(song.duration()));
    List<Event> matched =
        PLAYS.stream().filter(play -> catalogue.containsKey(key(play.tune()))).toList();

    assertThat((double) matched.size() / PLAYS.size()).isCloseTo(0.05, within(0.01));
    assertThat(
            shareOf(
                matched,
                play ->
                    catalogue
                        .getOrDefault(key(play.tune()), Set.of())
                        .contains(play.tune().length())))
        .isCloseTo(0.95, within(0.03));
  }

  @Test
  void garblesTextAsOftenAsTheRealLog() {
    double garbled = shareOf(PLAYS, play -> key(play.tune()).matches("(?s).*[Â-ô][\u0080-¿].*"));

    assertThat(garbled).isCloseTo(0.048, within(0.012));
  }

  @Test
  void knowsAsLittleAboutSongsAsTheRealCatalogue() {
    assertThat(shareOf(SONGS, song -> song.year() == 0)).isCloseTo(0.33, within(0.02));
    assertThat(shareOf(SONGS, song -> song.location().isEmpty())).isCloseTo(0.45, within(0.02));
    assertThat(shareOf(SONGS, song -> song.artist().latitude().equals("null")))
        .isCloseTo(0.66, within(0.02));
    assertThat(shareOf(SONGS, song -> song.title().endsWith(" "))).isBetween(0.001, 0.01);
    assertThat(shareOf(SONGS, ProportionsTest::hasTextWithoutQuotes)).isBetween(0.002, 0.02);
  }

  @Test
  void hasArtistsOfSeveralNamesAndNamesOfSeveralArtists() {
    Map<String, Set<String>> names = new HashMap<>();
    Map<String, Set<String>> owners = new HashMap<>();
    Map<String, Set<String>> locations = new HashMap<>();
    for (CatalogueSong song : SONGS) {
      String artist = song.artist().id();
      names.computeIfAbsent(artist, key -> new HashSet<>()).add(song.credit());
      owners.computeIfAbsent(song.credit(), key -> new HashSet<>()).add(artist);
      locations.computeIfAbsent(artist, key -> new HashSet<>()).add(song.location());
    }

    assertThat(names).hasSizeBetween(9_000, 10_000);
    assertThat(several(names)).isBetween(300L, 1_200L);
    assertThat(several(owners)).isBetween(30L, 1_500L);
    assertThat(several(locations)).isBetween(20L, 150L);
    assertThat(counts(SONGS.stream().map(song -> song.title() + "|" + song.credit()).toList()))
        .filteredOn(songs -> songs > 1)
        .hasSizeBetween(2, 40);
  }

  @Test
  void givesEverySongAnIdOfItsOwn() {
    assertThat(SONGS.stream().map(CatalogueSong::id)).doesNotHaveDuplicates();
    assertThat(SONGS.stream().map(CatalogueSong::path)).doesNotHaveDuplicates().isSorted();
  }

  private static List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (int day = 0; day < SPEC.days(); day++) {
      new DayEvents(SPEC, day).forEachRemaining(events::add);
    }
    return events;
  }

  private static List<CatalogueSong> songs() {
    Catalogue catalogue = new Catalogue(SPEC);
    return IntStream.range(0, SPEC.songs()).mapToObj(catalogue::song).toList();
  }

  private static Predicate<Event> on(String page) {
    return event -> event.step().page().equals(page);
  }

  private static boolean hasTextWithoutQuotes(CatalogueSong song) {
    return new String(song.json(), US_ASCII).matches(".*(name|title|location)\": [^\"].*");
  }

  private static String key(Tune tune) {
    return tune.title() + "|" + tune.artist();
  }

  private static <T> double shareOf(Collection<T> things, Predicate<T> wanted) {
    return (double) things.stream().filter(wanted).count() / things.size();
  }

  /** How often each thing is there, most often first. */
  private static <T> List<Long> counts(Collection<T> things) {
    return things.stream().collect(groupingBy(thing -> thing, counting())).values().stream()
        .sorted((left, right) -> Long.compare(right, left))
        .toList();
  }

  private static long several(Map<String, Set<String>> sets) {
    return sets.values().stream().filter(set -> set.size() > 1).count();
  }
}
