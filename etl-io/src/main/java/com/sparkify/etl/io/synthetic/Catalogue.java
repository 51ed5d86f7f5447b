package com.sparkify.etl.io.synthetic;

import java.util.List;

/** The songs that have a file. Song {@code index} can be had without the others. */
final class Catalogue {
  private static final double TWIN = 0.0005;
  private static final double SHARED_CREDIT = 0.1;
  private static final double OTHER_LOCATION = 0.01;
  private static final double UNKNOWN_YEAR = 1 / 3.0;
  private static final int USUAL_STEP = 30;
  private static final Curve YEARS =
      Curve.through(0, 1927, 0.02, 1955, 0.1, 1970, 0.3, 1990, 0.5, 2000, 0.8, 2006, 1, 2011);
  private static final List<String> JOINTS =
      List.of(" Featuring ", " Featuring ", " feat. ", " & ", " / ", " with ", "_ ");
  private static final List<String> SONG_SERIES =
      List.of("12A8C1", "12A6D4", "12AB01", "12AB018", "12A58A", "12AC90");
  private static final List<String> TRACK_SERIES = List.of("128F42", "128F93", "128F14", "12903C");

  private final SyntheticSpec spec;
  private final int step;

  Catalogue(SyntheticSpec spec) {
    this.spec = spec;
    this.step = Math.min(USUAL_STEP, Identifier.SLOTS / spec.songs());
  }

  CatalogueSong song(int index) {
    Draws draws = spec.draws(Subject.SONG, index);
    int slot = index * step + draws.below(step);
    String trackId = Identifier.inOrder("TR", slot, draws.of(TRACK_SERIES), draws);
    String songId = Identifier.scattered("SO", slot, draws.of(SONG_SERIES), draws);
    Seconds duration = Seconds.drawn(draws);
    int year = draws.chance(UNKNOWN_YEAR) ? 0 : (int) YEARS.draw(draws);
    boolean twin = index > 0 && draws.chance(TWIN);
    Draws words = twin ? wordsOf(index - 1) : wordsOf(index);
    Artist artist = Artist.of(spec, words.below(spec.songs()));
    String title = Titles.drawn(words);
    String credit = credit(artist, words);
    String location = draws.chance(OTHER_LOCATION) ? Artist.location(draws) : artist.location();
    return new CatalogueSong(trackId, songId, title, artist, credit, location, duration, year);
  }

  /** The title and the artist of a song come from draws of their own, so that a twin can share. */
  private Draws wordsOf(int index) {
    return spec.draws(Subject.SONG, -1L - index);
  }

  private String credit(Artist artist, Draws words) {
    if (!words.chance(SHARED_CREDIT)) {
      return artist.name();
    }
    String guest = Artist.of(spec, words.below(spec.songs())).name();
    return artist.name() + words.of(JOINTS) + guest;
  }
}
