package com.sparkify.etl.io.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ListedBytesTest {

  @Test
  void refusesAFileThatIsShorterThanItWasListed() {
    ListedBytes listed = new ListedBytes(new ByteArrayInputStream(new byte[9]), 10);

    assertThatThrownBy(listed::readAllBytes)
        .isInstanceOf(EOFException.class)
        .hasMessage("it ends 1 bytes early");
    assertThatThrownBy(listed::requireNoFailure).isInstanceOf(EOFException.class);
  }

  @Test
  void readsNoMoreOfAFileThanWasListed() throws IOException {
    ListedBytes listed = new ListedBytes(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}), 3);

    assertThat(listed.readAllBytes()).containsExactly(1, 2, 3);
    assertThatCode(listed::requireNoFailure).doesNotThrowAnyException();
  }
}
