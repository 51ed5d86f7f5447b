package com.sparkify.etl.io.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonNumberTest {
  private final JsonNumber number = new JsonNumber();

  @Test
  void agreesWithExactArithmetic() {
    Random random = new Random(11);
    for (int i = 0; i < 200_000; i++) {
      String text = randomNumber(random);
      number.read(("x" + text + "x").toCharArray(), 1, text.length());

      assertThat(number.doubleValue()).as(text).isEqualTo(Double.parseDouble(text));
      BigDecimal exact = new BigDecimal(text);
      assertThat(number.isLong()).as(text).isEqualTo(isLong(exact));
      if (isLong(exact)) {
        assertThat(number.longValue()).as(text).isEqualTo(exact.longValueExact());
      }
    }
  }

  private static boolean isLong(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0
        && value.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
        && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
  }

  private static String randomNumber(Random random) {
    String sign = random.nextBoolean() ? "-" : "";
    long spread = random.nextLong() >>> random.nextInt(64);
    String digits =
        random.nextInt(9) == 0
            ? "922337203685477580" + random.nextInt(12)
            : "" + (spread & Long.MAX_VALUE);
    digits = random.nextInt(4) == 0 ? digits + "0".repeat(random.nextInt(25)) : digits;
    String fraction =
        switch (random.nextInt(4)) {
          case 0 -> "." + random.nextInt(1000);
          case 1 -> "." + "0".repeat(1 + random.nextInt(5));
          case 2 -> ".00" + random.nextInt(100_000) + "00";
          default -> "";
        };
    String exponent = random.nextInt(3) == 0 ? "e" + (random.nextInt(60) - 30) : "";
    return sign + digits + fraction + exponent;
  }
}
