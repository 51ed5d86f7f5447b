package com.sparkify.etl.io.synthetic;

import static com.sparkify.etl.io.synthetic.Vocabulary.ACCENTED;
import static com.sparkify.etl.io.synthetic.Vocabulary.ADJECTIVES;
import static com.sparkify.etl.io.synthetic.Vocabulary.COUNTRIES;
import static com.sparkify.etl.io.synthetic.Vocabulary.NOUNS;
import static com.sparkify.etl.io.synthetic.Vocabulary.STATES;

import java.util.List;

/**
 * An artist, invented.
 *
 * @param latitude a JSON number, or null in JSON
 * @param longitude a JSON number, or null in JSON
 */
record Artist(String id, String name, String location, String latitude, String longitude) {
  private static final double BLANK_LOCATION = 0.45;
  private static final double KNOWN_POSITION = 0.6;
  private static final double SHARED_NAME = 0.006;
  private static final List<String> SERIES = List.of("1187B9", "1187FB", "11C8A4", "122988");
  private static final List<String> LIKE_NUMBERS = List.of("108", "808", "1492", "64");

  /** Artist {@code number} of the world of {@code spec}, known to the catalogue or not. */
  static Artist of(SyntheticSpec spec, int number) {
    Draws draws = spec.draws(Subject.ARTIST, number);
    String ownName = name(draws);
    boolean namesake = number > 0 && draws.chance(SHARED_NAME);
    String name = namesake ? name(spec.draws(Subject.ARTIST, draws.below(number))) : ownName;
    String id = Identifier.scattered("AR", number, draws.of(SERIES), draws);
    if (draws.chance(BLANK_LOCATION)) {
      return new Artist(id, name, "", "null", "null");
    }
    String location = location(draws);
    return draws.chance(KNOWN_POSITION)
        ? new Artist(id, name, location, degrees(draws, 70), degrees(draws, 180))
        : new Artist(id, name, location, "null", "null");
  }

  /** Somewhere an artist can be from. */
  static String location(Draws draws) {
    int kind = draws.below(100);
    if (kind == 0) {
      return draws.of(LIKE_NUMBERS);
    }
    if (kind < 3) {
      return "<a href=\"http://www.example.org/band\" target=\"_blank\">" + town(draws) + "</a>";
    }
    if (kind < 30) {
      return draws.of(COUNTRIES);
    }
    return kind < 60 ? town(draws) + ", " + draws.of(COUNTRIES) : town(draws) + ", " + state(draws);
  }

  private static String name(Draws draws) {
    int kind = draws.below(1_000);
    if (kind < 4) {
      return draws.of(LIKE_NUMBERS);
    }
    if (kind < 20) {
      return draws.of(ACCENTED) + " " + Vocabulary.surname(draws);
    }
    return switch (kind % 8) {
      case 0, 1 -> "The " + draws.of(ADJECTIVES) + " " + draws.of(NOUNS) + "s";
      case 2 -> draws.of(NOUNS) + " " + Vocabulary.surname(draws);
      case 3 -> Vocabulary.surname(draws) + " & The " + draws.of(NOUNS) + "s";
      case 4 -> draws.of(ADJECTIVES) + " " + draws.of(NOUNS) + " Club";
      case 5 -> Vocabulary.surname(draws) + " " + Vocabulary.surname(draws);
      case 6 -> "DJ " + Vocabulary.surname(draws);
      default -> draws.of(NOUNS) + draws.of(NOUNS);
    };
  }

  private static String town(Draws draws) {
    return Vocabulary.town(draws);
  }

  private static String state(Draws draws) {
    return draws.of(STATES).substring(0, 2);
  }

  private static String degrees(Draws draws, int most) {
    return (draws.chance(0.4) ? "-" : "") + Decimal.json(draws.below(most * 100_000));
  }
}
