package com.sparkify.etl.io.synthetic;

/** What is played, and how often: few songs much, most songs once. */
final class Charts {
  private static final double FROM_CATALOGUE = 0.05;
  private static final double OTHER_CUT = 0.05;
  private static final double GARBLED = 0.97;

  /** The share of plays that go to the most popular tunes, up to each rank. */
  private static final Curve RANKS =
      Curve.through(
          0, 0, 0.0054, 1, 0.0095, 2, 0.0135, 3, 0.0194, 5, 0.0308, 10, 0.0472, 20, 0.0792, 50,
          0.1167, 100, 0.1672, 200, 0.264, 600, 0.37, 1_800, 0.6, 9_000, 1, 50_000);

  private final SyntheticSpec spec;
  private final Catalogue catalogue;

  Charts(SyntheticSpec spec) {
    this.spec = spec;
    this.catalogue = new Catalogue(spec);
  }

  /** The tune of one play. */
  Tune play(Draws draws) {
    Tune tune = draws.chance(FROM_CATALOGUE) ? fromCatalogue(draws) : fromElsewhere(draws);
    return draws.chance(GARBLED) ? tune.garbled() : tune;
  }

  private Tune fromCatalogue(Draws draws) {
    double popularity = draws.unit();
    CatalogueSong song = catalogue.song((int) (popularity * popularity * spec.songs()));
    Tune tune = new Tune(song.title(), song.credit(), song.duration());
    return draws.chance(OTHER_CUT) ? tune.cutTo(song.duration().ofAnotherCut(draws)) : tune;
  }

  private Tune fromElsewhere(Draws draws) {
    int rank = (int) RANKS.draw(draws);
    Draws words = spec.draws(Subject.TUNE, rank);
    double fame = words.unit();
    Artist artist = Artist.of(spec, (int) (fame * fame * 8_000));
    return new Tune(Titles.drawn(words), artist.name(), Seconds.drawn(words));
  }
}
