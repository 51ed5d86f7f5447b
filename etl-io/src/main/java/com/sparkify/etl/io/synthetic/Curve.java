package com.sparkify.etl.io.synthetic;

/**
 * A distribution as its quantiles, joined by straight lines: what {@code share} of the values lies
 * below each point.
 */
final class Curve {
  private final double[] shares;
  private final double[] values;

  private Curve(double[] shares, double[] values) {
    this.shares = shares;
    this.values = values;
  }

  /** The curve through the points (share, value), given in turn and in order, from 0 to 1. */
  static Curve through(double... sharesAndValues) {
    int points = sharesAndValues.length / 2;
    double[] shares = new double[points];
    double[] values = new double[points];
    for (int point = 0; point < points; point++) {
      shares[point] = sharesAndValues[2 * point];
      values[point] = sharesAndValues[2 * point + 1];
    }
    return new Curve(shares, values);
  }

  /** The curve of values from 0 to the number of {@code weights}, each unit with its weight. */
  static Curve ofWeights(double... weights) {
    double[] shares = new double[weights.length + 1];
    double[] values = new double[weights.length + 1];
    for (int unit = 0; unit < weights.length; unit++) {
      shares[unit + 1] = shares[unit] + weights[unit];
      values[unit + 1] = unit + 1;
    }
    double total = shares[weights.length];
    for (int point = 0; point < shares.length; point++) {
      shares[point] /= total;
    }
    return new Curve(shares, values);
  }

  double draw(Draws draws) {
    return at(draws.unit());
  }

  /** The value below which {@code share} of all values lie. */
  double at(double share) {
    int right = 1;
    while (right < shares.length - 1 && shares[right] < share) {
      right++;
    }
    double left = shares[right - 1];
    double along = (share - left) / (shares[right] - left);
    return values[right - 1] + along * (values[right] - values[right - 1]);
  }
}
