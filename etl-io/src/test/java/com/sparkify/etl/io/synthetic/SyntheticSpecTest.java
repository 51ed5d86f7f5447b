package com.sparkify.etl.io.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticSpecTest {
  private static final SyntheticSpec SPEC = SyntheticSpec.likeThePublicData(1);

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 5_000_001})
  void refusesACatalogueThatCannotBeMade(int songs) {
    assertThatThrownBy(() -> SPEC.with(songs, 97))
        .isInstanceOf(EtlException.class)
        .hasMessage(
            "The synthetic data set has '%d' as songs; it is a number from 1 to 5000000, such as"
                + " 1000.",
            songs)
        .extracting(failure -> ((EtlException) failure).kind())
        .isEqualTo(Kind.CONFIG);
  }

  @Test
  void refusesALogWithoutUsersDaysOrEvents() {
    LocalDate day = LocalDate.of(2018, 11, 1);

    assertThatThrownBy(() -> SPEC.with(71, 0)).hasMessageContaining("'0' as users");
    assertThatThrownBy(() -> SPEC.with(day, 0, 100)).hasMessageContaining("'0' as days");
    assertThatThrownBy(() -> SPEC.with(day, 1, 0)).hasMessageContaining("'0' as events");
    assertThatThrownBy(() -> SPEC.with(LocalDate.of(1, 1, 1), 1, 1))
        .hasMessageContaining("'1' as year of the first day");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void refusesWhatIsNoShare(double share) {
    assertThatThrownBy(() -> new Faults(share, 0, 0, 0))
        .isInstanceOf(EtlException.class)
        .hasMessage(
            "The share of malformed is '%s'; it is a number from 0 to 1, such as 0.01.", share);
  }

  @Test
  void refusesMoreFaultyEventsThanThereAre() {
    assertThatThrownBy(() -> new Faults(0.5, 0.4, 0.3, 0))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("'0.5', '0.4' and '0.3'");
  }

  @Test
  void differsFromTheOldSpecOnlyInWhatIsGiven() {
    Faults faults = new Faults(0.1, 0.1, 0.1, 0.1);

    assertThat(SPEC.with(71, 40).with(LocalDate.of(2020, 2, 28), 3, 500).with(faults))
        .isEqualTo(new SyntheticSpec(1, 71, 40, LocalDate.of(2020, 2, 28), 3, 500, faults));
  }
}
