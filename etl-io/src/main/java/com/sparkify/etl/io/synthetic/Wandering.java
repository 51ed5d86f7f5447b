package com.sparkify.etl.io.synthetic;

import static com.sparkify.etl.io.synthetic.Step.ABOUT;
import static com.sparkify.etl.io.synthetic.Step.ABOUT_LOGGED_OUT;
import static com.sparkify.etl.io.synthetic.Step.ERROR;
import static com.sparkify.etl.io.synthetic.Step.GONE;
import static com.sparkify.etl.io.synthetic.Step.HELP;
import static com.sparkify.etl.io.synthetic.Step.HELP_LOGGED_OUT;
import static com.sparkify.etl.io.synthetic.Step.HOME;
import static com.sparkify.etl.io.synthetic.Step.HOME_LOGGED_OUT;
import static com.sparkify.etl.io.synthetic.Step.LOGIN;
import static com.sparkify.etl.io.synthetic.Step.LOGOUT;
import static com.sparkify.etl.io.synthetic.Step.NEXT_SONG;
import static com.sparkify.etl.io.synthetic.Step.SAVE_SETTINGS;
import static com.sparkify.etl.io.synthetic.Step.SETTINGS;
import static com.sparkify.etl.io.synthetic.Step.UPGRADE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which page follows which. The numbers are how often each did in the public log files; {@link
 * Step#GONE} stands for going on: to the next song if there is one, else away.
 */
final class Wandering {
  private static final double DETOUR_BETWEEN_SONGS = 0.044;
  private static final double DETOUR_AFTER_THE_LAST = 0.14;

  private static final List<Step> FIRST_WITH_SONGS =
      of(507, NEXT_SONG, 229, HOME, 20, HOME_LOGGED_OUT, 19, LOGIN, 1, HELP);
  private static final List<Step> FIRST_WITHOUT =
      of(122, HOME, 34, HOME_LOGGED_OUT, 6, LOGIN, 2, ABOUT, 1, ERROR);
  private static final List<Step> AFTER_SONG =
      of(143, HOME, 78, LOGOUT, 65, UPGRADE, 33, SETTINGS, 32, HELP, 14, ABOUT, 8, ERROR);
  private static final List<Step> AFTER_HOME =
      of(591, GONE, 19, SETTINGS, 9, LOGOUT, 5, HOME, 9, UPGRADE, 2, ABOUT);
  private static final List<Step> AFTER_HOME_LOGGED_OUT =
      of(66, GONE, 61, LOGIN, 25, HOME_LOGGED_OUT, 13, ABOUT_LOGGED_OUT, 6, HELP_LOGGED_OUT);
  private static final List<Step> AFTER_SETTINGS =
      of(31, GONE, 10, SAVE_SETTINGS, 4, SETTINGS, 4, HOME, 4, HELP, 3, LOGOUT);
  private static final List<Step> AFTER_SAVING = of(9, HOME, 1, GONE);
  private static final List<Step> AFTER_HELP = of(33, GONE, 2, HOME, 2, UPGRADE, 1, HELP);
  private static final List<Step> AFTER_HELP_LOGGED_OUT = of(4, GONE, 3, HELP_LOGGED_OUT, 2, LOGIN);
  private static final List<Step> AFTER_ABOUT = of(14, GONE, 4, HOME, 4, ABOUT);
  private static final List<Step> AFTER_ABOUT_LOGGED_OUT =
      of(7, GONE, 4, LOGIN, 2, HOME_LOGGED_OUT, 1, ABOUT_LOGGED_OUT);
  private static final List<Step> AFTER_ERROR = of(8, GONE, 1, HOME);
  private static final List<Step> AFTER_PLANS = of(52, GONE, 15, HOME, 5, UPGRADE);

  private Wandering() {}

  /** The first page of a visit. */
  static Step first(boolean songsToCome, Draws draws) {
    return draws.of(songsToCome ? FIRST_WITH_SONGS : FIRST_WITHOUT);
  }

  /** The page after {@code step}; {@link Step#GONE} if there is none. */
  static Step after(Step step, boolean songsToCome, Draws draws) {
    Step next =
        switch (step) {
          case NEXT_SONG -> afterSong(songsToCome, draws);
          case HOME -> draws.of(AFTER_HOME);
          case HOME_LOGGED_OUT -> draws.of(AFTER_HOME_LOGGED_OUT);
          case LOGIN, SUBMIT_UPGRADE, SUBMIT_DOWNGRADE -> HOME;
          case LOGOUT -> HOME_LOGGED_OUT;
          case SETTINGS -> draws.of(AFTER_SETTINGS);
          case SAVE_SETTINGS -> draws.of(AFTER_SAVING);
          case HELP -> draws.of(AFTER_HELP);
          case HELP_LOGGED_OUT -> draws.of(AFTER_HELP_LOGGED_OUT);
          case ABOUT -> draws.of(AFTER_ABOUT);
          case ABOUT_LOGGED_OUT -> draws.of(AFTER_ABOUT_LOGGED_OUT);
          case ERROR -> draws.of(AFTER_ERROR);
          case UPGRADE, DOWNGRADE -> draws.of(AFTER_PLANS);
          case GONE -> GONE;
        };
    return next == GONE && songsToCome ? backToMusic(step) : next;
  }

  private static Step afterSong(boolean songsToCome, Draws draws) {
    boolean detour = draws.chance(songsToCome ? DETOUR_BETWEEN_SONGS : DETOUR_AFTER_THE_LAST);
    return detour ? draws.of(AFTER_SONG) : GONE;
  }

  private static Step backToMusic(Step step) {
    return step.isLoggedIn() ? NEXT_SONG : LOGIN;
  }

  /** Each step as often as the number before it says. */
  private static List<Step> of(Object... countsAndSteps) {
    List<Step> steps = new ArrayList<>();
    for (int at = 0; at < countsAndSteps.length; at += 2) {
      steps.addAll(Collections.nCopies((int) countsAndSteps[at], (Step) countsAndSteps[at + 1]));
    }
    return List.copyOf(steps);
  }
}
