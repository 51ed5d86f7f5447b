package com.sparkify.etl.io.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts on which the bytes of every data set depend. */
class DrawsTest {
  @Test
  void repeatsWhatItsKeysSay() {
    assertThat(firstOf(1, Subject.SONG, 5)).isEqualTo(firstOf(1, Subject.SONG, 5));
  }

  @Test
  void drawsEveryStreamApart() {
    assertThat(firstOf(1, Subject.SONG, 5))
        .isNotEqualTo(firstOf(2, Subject.SONG, 5))
        .isNotEqualTo(firstOf(1, Subject.TUNE, 5))
        .isNotEqualTo(firstOf(1, Subject.SONG, 6));
  }

  @Test
  void drawsEachNumberBelowTheBoundAsOften() {
    Draws draws = new Draws(1, Subject.SONG, 1);
    int[] counts = new int[5];
    IntStream.range(0, 50_000).forEach(draw -> counts[draws.below(5)]++);

    assertThat(IntStream.of(counts)).allMatch(count -> count > 9_500 && count < 10_500);
  }

  @ParameterizedTest
  @CsvSource({"21893179,218.93179", "16,0.00016", "23300000,233.0", "26770240,267.7024", "0,0.0"})
  void writesDecimalsWithoutTrailingZeros(long hundredThousandths, String json) {
    assertThat(Decimal.json(hundredThousandths)).isEqualTo(json);
  }

  @Test
  void garblesOnlyWhatIsNotAscii() {
    assertThat(Mojibake.of("Bj\u00f6rk")).isEqualTo("BjÃ\u0083Â¶rk");
    assertThat(Mojibake.of("Bjork")).isEqualTo("Bjork");
  }

  @Test
  void joinsThePointsOfACurveByLines() {
    Curve curve = Curve.through(0, 10, 0.5, 20, 1, 100);

    assertThat(curve.at(0)).isEqualTo(10);
    assertThat(curve.at(0.25)).isEqualTo(15);
    assertThat(curve.at(0.75)).isEqualTo(60);
    assertThat(curve.at(1)).isEqualTo(100);
  }

  @Test
  void numbersListenersWithoutGapsOrRepeats() {
    SyntheticSpec spec = SyntheticSpec.likeThePublicData(1).with(1, 500);

    assertThat(
            IntStream.range(0, 500).mapToObj(index -> Listener.of(spec, index).userId()).toList())
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(2, 502).mapToObj(Long::toString).toList());
  }

  private static int firstOf(long seed, Subject subject, long key) {
    return new Draws(seed, subject, key).below(Integer.MAX_VALUE);
  }
}
