package com.sparkify.etl.core.star;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Column;

/**
 * A set of keys, as far as two sets can be told apart without a join: how many keys, and the sums
 * of two parts of their hashes. Sets that differ are alike by a chance of one in 2^56.
 */
public record KeySet(long keys, long low, long high) {
  /** The names of the sums. */
  public static final String KEYS = "_keys";

  public static final String LOW = "_keys_low";

  public static final String HIGH = "_keys_high";

  /** So few bits that the sum over 34 billion keys is a long. */
  private static final int BITS = 28;

  private static final long MASK = (1L << BITS) - 1;

  /** The set of which {@code ofName} tells the sums. */
  public static KeySet of(ToLongFunction<String> ofName) {
    return new KeySet(ofName.applyAsLong(KEYS), ofName.applyAsLong(LOW), ofName.applyAsLong(HIGH));
  }

  /**
   * What is to be summed up, by name, over rows of which {@code counts} is true for one of each key
   * of the set.
   */
  public static Map<String, Column> sums(Column key, Column counts) {
    Column hash = xxhash64(key);
    Map<String, Column> sums = new TreeMap<>();
    sums.put(KEYS, when(counts, lit(1L)).otherwise(0L));
    sums.put(LOW, when(counts, hash.bitwiseAND(lit(MASK))).otherwise(0L));
    sums.put(
        HIGH, when(counts, shiftrightunsigned(hash, BITS).bitwiseAND(lit(MASK))).otherwise(0L));
    return sums;
  }
}
