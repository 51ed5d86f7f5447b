package com.sparkify.etl.io.synthetic;

import java.util.List;

/**
 * A stream of random draws that its keys alone decide.
 *
 * <p>The algorithm (SplitMix64) is spelled out here, since the JDK promises neither the bounded
 * draws of its generators nor, between processors, the last digit of its logarithms.
 */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  Draws(long seed, Subject subject, long key) {
    state = mixed(mixed(mixed(seed) + subject.code()) + key * GOLDEN_GAMMA);
  }

  /** A whole number from 0 to {@code bound}, exclusive. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A number from 0 to 1, exclusive. */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** True in {@code share} of the draws. */
  boolean chance(double share) {
    return unit() < share;
  }

  /** One of {@code choices}, each as likely. */
  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return mixed(state);
  }

  private static long mixed(long value) {
    long once = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
    return twice ^ (twice >>> 31);
  }
}
