package com.sparkify.etl.io.synthetic;

/**
 * A listener, who stays the same in all visits.
 *
 * @param registered second of the epoch, before the first day of the log
 */
record Listener(
    String userId,
    String firstName,
    String lastName,
    String gender,
    String location,
    long registered,
    String userAgent) {
  /** A prime above any number of listeners, so that no two indexes land on one id. */
  private static final long STRIDE = 998_244_353;

  private static final double FEMALE = 0.56;
  private static final int LONGEST_MEMBERSHIP = 22 * 86_400;

  /** Listener {@code index}; their user id does not tell how often they come. */
  static Listener of(SyntheticSpec spec, int index) {
    Draws draws = spec.draws(Subject.LISTENER, index);
    boolean female = draws.chance(FEMALE);
    return new Listener(
        Long.toString(2 + index * STRIDE % spec.users()),
        draws.of(female ? Vocabulary.GIVEN_FEMALE : Vocabulary.GIVEN_MALE),
        Vocabulary.surname(draws),
        female ? "F" : "M",
        metropolis(draws),
        spec.startOf(0) - 1 - draws.below(LONGEST_MEMBERSHIP),
        Browser.userAgent(draws));
  }

  private static String metropolis(Draws draws) {
    StringBuilder towns = new StringBuilder(Vocabulary.town(draws));
    for (int more = draws.below(3); more > 0; more--) {
      towns.append('-').append(Vocabulary.town(draws));
    }
    return towns + ", " + draws.of(Vocabulary.STATES);
  }
}
