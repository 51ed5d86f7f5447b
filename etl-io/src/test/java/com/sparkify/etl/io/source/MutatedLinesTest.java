package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log lines with bytes changed, lost, doubled or cut off, each between two good lines. */
class MutatedLinesTest {
  private static final int LINES = 5_000;
  private static final byte[] LIKELY = "{}[]\":,\\u0deE+-.nulltruefalse \t\u0000é".getBytes(UTF_8);

  private final Path folder;

  MutatedLinesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20181112})
  void losesNoLineAndHarmsNoNeighbour(long seed) throws IOException {
    Random random = new Random(seed);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    List<byte[]> mutated = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      byte[] line = mutate(event(i), random);
      mutated.add(line);
      content.write(line);
      content.write('\n');
      content.write(event(i));
      content.write('\n');
    }
    List<ReadRow> rows =
        ReadRow.of(SourceLayout.EVENTS, Files.write(folder.resolve("log"), content.toByteArray()));

    assertThat(rows).hasSize(2 * LINES);
    long rejected = 0;
    for (int i = 0; i < LINES; i++) {
      ReadRow bad = rows.get(2 * i);
      ReadRow good = rows.get(2 * i + 1);
      assertThat((byte[]) bad.get(Origin.RAW)).isEqualTo(mutated.get(i));
      assertThat(bad.line()).isEqualTo(2L * i + 1);
      assertThat(good.problem()).isNull();
      assertThat(good.get(LogEvents.TS)).isEqualTo(1541990217796L + i);
      assertThat(good.get(LogEvents.SONG)).isEqualTo("Für \"Elise\" / " + i);
      assertThat(good.get(LogEvents.STATUS)).isEqualTo(200);
      assertThat(good.get(LogEvents.METHOD)).isNull();
      if ("malformed-json".equals(bad.problem())) {
        rejected++;
        assertThat(LogEvents.FIELDS.stream().map(bad::get)).containsOnlyNulls();
      }
    }
    assertThat(rejected).isBetween(LINES / 3L, (long) LINES);
  }

  @Test
  void survivesRandomBytes() throws IOException {
    byte[] noise = new byte[1 << 20];
    new Random(4).nextBytes(noise);
    Path file = Files.write(folder.resolve("noise"), noise);

    for (SourceLayout layout : SourceLayout.values()) {
      assertThat(ReadRow.of(layout, file)).isNotEmpty().allMatch(row -> row.problem() != null);
    }
  }

  private static byte[] event(int i) {
    return ("{\"artist\":null,\"auth\":\"Logged In\",\"length\":99.16036,\"page\":\"NextSong\","
            + "\"registration\":1540919166796.0,\"song\":\"F\\u00fcr \\\"Elise\\\" \\/ %d\","
            + "\"status\":200,\"ts\":%d,\"nested\":{\"a\":[1,\"é\"]},\"userId\":\"53\"}")
        .formatted(i, 1541990217796L + i)
        .getBytes(UTF_8);
  }

  /** Never blank, and never two lines. */
  private static byte[] mutate(byte[] line, Random random) {
    byte[] bytes = line;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = 1 + random.nextInt(bytes.length - 1);
      byte likely = LIKELY[random.nextInt(LIKELY.length)];
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> replaced(bytes, at, (byte) random.nextInt(256));
            case 1 -> replaced(bytes, at, likely);
            case 2 ->
                joined(
                    Arrays.copyOf(bytes, at),
                    Arrays.copyOfRange(bytes, at + 1, Math.max(at + 1, bytes.length)));
            case 3 ->
                joined(
                    joined(Arrays.copyOf(bytes, at), new byte[] {likely}),
                    Arrays.copyOfRange(bytes, at, bytes.length));
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, Math.max(2, at)) : bytes;
          };
    }
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, int at, byte value) {
    byte[] copy = bytes.clone();
    copy[at] = value == '\n' || value == '\r' ? (byte) 'x' : value;
    return copy;
  }

  private static byte[] joined(byte[] left, byte[] right) {
    byte[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }
}
