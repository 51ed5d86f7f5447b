package com.sparkify.etl.io.synthetic;

import static com.sparkify.etl.io.synthetic.Vocabulary.ACCENTED;
import static com.sparkify.etl.io.synthetic.Vocabulary.ADJECTIVES;
import static com.sparkify.etl.io.synthetic.Vocabulary.FAR_EASTERN;
import static com.sparkify.etl.io.synthetic.Vocabulary.NOUNS;
import static com.sparkify.etl.io.synthetic.Vocabulary.PICTOGRAMS;
import static com.sparkify.etl.io.synthetic.Vocabulary.VERBS;

import java.util.List;

/** Titles of songs, as odd as real ones. */
final class Titles {
  private static final List<String> VERSIONS =
      List.of(
          "(Album Version)",
          "(LP Version)",
          "(Live)",
          "[Live At The Old Ballroom]",
          "(Acoustic)",
          "(Instrumental)",
          "(2004 Digital Remaster)",
          "(Radio Edit)",
          "(Explicit)");
  private static final List<String> LIKE_NUMBERS = List.of("7", "4.5", "1999", "false", "true");

  private Titles() {}

  static String drawn(Draws draws) {
    int kind = draws.below(1_000);
    if (kind < 25) {
      return oddity(kind, draws);
    }
    String title = kind < 50 ? draws.of(ACCENTED) + " " + accentedEnd(draws) : plain(draws);
    return draws.chance(0.12) ? title + " " + draws.of(VERSIONS) : title;
  }

  private static String plain(Draws draws) {
    return switch (draws.below(9)) {
      case 0, 1 -> draws.of(ADJECTIVES) + " " + draws.of(NOUNS);
      case 2 -> "The " + draws.of(NOUNS) + " And The " + draws.of(NOUNS);
      case 3 -> draws.of(VERBS) + " My " + draws.of(ADJECTIVES) + " " + draws.of(NOUNS);
      case 4 -> "Don't " + draws.of(VERBS) + " The " + draws.of(NOUNS);
      case 5 -> draws.of(NOUNS) + " Of The " + draws.of(ADJECTIVES) + " " + draws.of(NOUNS);
      case 6 -> draws.of(VERBS) + " It_ " + draws.of(VERBS) + " It";
      case 7 -> draws.of(NOUNS) + "/" + draws.of(ADJECTIVES) + " " + draws.of(NOUNS);
      default -> draws.of(VERBS) + " Me " + draws.of(ADJECTIVES);
    };
  }

  private static String accentedEnd(Draws draws) {
    return draws.chance(0.5) ? draws.of(NOUNS) : draws.of(ACCENTED);
  }

  private static String oddity(int kind, Draws draws) {
    if (kind < 5) {
      return draws.of(LIKE_NUMBERS);
    }
    if (kind < 10) {
      return plain(draws) + " ";
    }
    if (kind < 12) {
      return draws.of(NOUNS) + "\u0092s " + draws.of(NOUNS);
    }
    if (kind < 14) {
      return draws.of(ADJECTIVES) + "\t" + draws.of(NOUNS);
    }
    if (kind < 19) {
      return "\"" + draws.of(NOUNS) + "\" " + draws.of(ADJECTIVES);
    }
    return kind < 22
        ? draws.of(FAR_EASTERN)
        : draws.of(ADJECTIVES) + " " + draws.of(NOUNS) + " " + draws.of(PICTOGRAMS);
  }
}
