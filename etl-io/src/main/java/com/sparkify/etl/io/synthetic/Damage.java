package com.sparkify.etl.io.synthetic;

import java.util.EnumSet;
import java.util.List;

/** A way to spoil the line of an event, so that no reader may accept it. */
enum Damage {
  CUT,
  TWO_IN_ONE,
  ARRAY,
  SCALAR,
  GARBAGE,
  NO_LEVEL,
  NO_TIME,
  NULL_PAGE,
  WORD_AS_TIME,
  FRACTION_AS_ITEM,
  WORD_AS_USER,
  NEGATIVE_SESSION,
  NEGATIVE_LENGTH,
  WORD_AS_LENGTH,
  NO_SONG,
  PLAY_WITHOUT_USER;

  private static final EnumSet<Damage> OF_PLAYS_ONLY =
      EnumSet.of(NEGATIVE_LENGTH, WORD_AS_LENGTH, NO_SONG, PLAY_WITHOUT_USER);
  private static final List<Damage> OF_ANY = List.copyOf(EnumSet.complementOf(OF_PLAYS_ONLY));
  private static final List<Damage> OF_PLAYS = List.of(values());
  private static final List<String> GARBAGES =
      List.of(
          "<html><body><h1>502 Bad Gateway</h1></body></html>",
          "}{",
          "java.lang.OutOfMemoryError: Java heap space",
          "artist,auth,firstName,gender,itemInSession");

  /** One of the ways in which the line of such an event can be spoilt. */
  static Damage drawn(Step step, Draws draws) {
    return draws.of(step.isPlay() ? OF_PLAYS : OF_ANY);
  }

  /** What becomes of {@code line}, still one line and never blank. */
  String done(String line, Draws draws) {
    return switch (this) {
      case CUT -> line.substring(0, 1 + draws.below(line.length() - 1));
      case TWO_IN_ONE -> line + line;
      case ARRAY -> "[" + line + "]";
      case SCALAR -> draws.chance(0.5) ? "42" : "\"NextSong\"";
      case GARBAGE -> draws.of(GARBAGES);
      case NO_LEVEL -> line.replaceFirst("\"level\":\"[a-z]+\",", "");
      case NO_TIME -> line.replaceFirst("\"ts\":[0-9]+,", "");
      case NULL_PAGE -> line.replaceFirst("\"page\":\"[^\"]*\"", "\"page\":null");
      case WORD_AS_TIME -> line.replaceFirst("\"ts\":[0-9]+", "\"ts\":\"yesterday\"");
      case FRACTION_AS_ITEM ->
          line.replaceFirst("\"itemInSession\":([0-9]+)", "\"itemInSession\":$1.5");
      case WORD_AS_USER -> line.replaceFirst("\"userId\":\"", "\"userId\":\"no-");
      case NEGATIVE_SESSION -> line.replaceFirst("\"sessionId\":", "\"sessionId\":-");
      case NEGATIVE_LENGTH -> line.replaceFirst("\"length\":", "\"length\":-");
      case WORD_AS_LENGTH -> line.replaceFirst("\"length\":[0-9.]+", "\"length\":\"long\"");
      case NO_SONG -> line.replaceFirst("\"song\":\"(\\\\.|[^\"\\\\])*\",", "");
      case PLAY_WITHOUT_USER -> line.replaceFirst("\"userId\":\"[0-9]+\"", "\"userId\":\"\"");
    };
  }
}
