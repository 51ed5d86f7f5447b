package com.sparkify.etl.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.Sparkify.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@link Soak} with {@code -Dsparkify.it.soak=200} so many runs, in one process and then with one
 * for each. Not without that: it takes minutes.
 */
@EnabledIfSystemProperty(named = "sparkify.it.soak", matches = "\\d+")
class SoakTest {
  private static final int RUNS = Integer.getInteger("sparkify.it.soak", 0);

  @Test
  void manyRunsLeaveWhatOneRunLeaves(@TempDir Path folder) {
    requireFlat("one-process", folder);
    requireFlat("processes", folder);
  }

  private static void requireFlat(String how, Path folder) {
    String[] arguments = {how, Integer.toString(RUNS), Integer.toString(Math.min(10, RUNS / 2))};
    Ended ended = Sparkify.soaked(Soak.class.getName()).in(folder, arguments);
    System.out.print(ended.out());
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out())
        .contains("flat: one file a partition", "equal: ")
        .doesNotContain("NOT ");
  }
}
