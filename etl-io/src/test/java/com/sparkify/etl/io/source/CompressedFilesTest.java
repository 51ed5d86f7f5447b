package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.core.source.LogEvents;
import com.sparkify.etl.core.source.Origin;
import com.sparkify.etl.core.source.RejectRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedFilesTest {
  private static final String GOOD = "{\"page\":\"Home\",\"ts\":7}";

  private final Path folder;

  CompressedFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource
  void readsAllPartsOfAnArchive(Compression compression) {
    byte[] first = ("\ufeff" + events(0, 3_000)).getBytes(UTF_8);
    byte[] second = events(3_000, 6_000).getBytes(UTF_8);
    byte[] packed = Archive.of(compression, first, new byte[0], second);
    List<ReadRow> rows = rows("log" + compression.ending(), packed);

    assertThat(rows).extracting(ReadRow::problem).containsOnlyNulls();
    assertThat(rows)
        .extracting(row -> row.get(LogEvents.TS))
        .containsExactlyElementsOf(Stream.iterate(0L, ts -> ts + 1).limit(6_000).toList());
    assertThat(rows.get(5_999).line()).isEqualTo(6_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log.GZ", "log.json.gz", ".gz"})
  void knowsAnArchiveByTheEndingOfItsName(String name) {
    List<ReadRow> rows = rows(name, Archive.of(Compression.GZIP, GOOD.getBytes(UTF_8)));

    assertThat(rows).extracting(ReadRow::raw).containsExactly(GOOD);
    assertThat(rows).extracting(ReadRow::problem).containsOnlyNulls();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void keepsWhatIsBeforeACutWhereverItIs(Compression compression) {
    String content = events(0, 12);
    byte[] half = content.substring(0, content.length() / 2).getBytes(UTF_8);
    byte[] rest = content.substring(content.length() / 2).getBytes(UTF_8);
    byte[] packed = Archive.of(compression, half, rest);
    int endOfHalf = Archive.of(compression, half).length;
    List<ReadRow> whole = rows("whole" + compression.ending(), packed);

    int before = 0;
    for (int length = 0; length < packed.length; length++) {
      if (length == endOfHalf) {
        continue; // a whole archive by itself
      }
      List<ReadRow> rows = rows("cut" + compression.ending(), Arrays.copyOf(packed, length));
      int good = rows.size() - 1;
      assertThat(good).as("cut at %d", length).isBetween(before, 12);
      before = good;
      for (int i = 0; i < good; i++) {
        assertThat(rows.get(i).raw()).isEqualTo(whole.get(i).raw());
        assertThat(rows.get(i).problem()).isNull();
      }
      ReadRow lost = rows.get(good);
      assertThat(lost.problem()).isEqualTo(RejectRules.CORRUPT_ARCHIVE);
      assertThat(lost.line()).isEqualTo(good + 1L);
      assertThat(lost.get(LogEvents.TS)).isNull();
      assertThat(good == 12 ? "" : whole.get(good).raw()).startsWith(lost.raw());
    }
    assertThat(before).isEqualTo(12);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void keepsThePartBeforeADamagedOne(Compression compression) {
    byte[] first = Archive.of(compression, (GOOD + "\n{\"ts\":").getBytes(UTF_8));
    byte[] packed = joined(first, "no archive at all".getBytes(UTF_8));
    List<ReadRow> rows = rows("log" + compression.ending(), packed);

    assertThat(rows).extracting(ReadRow::problem).containsExactly(null, "corrupt-archive");
    assertThat(rows).extracting(ReadRow::raw).containsExactly(GOOD, "{\"ts\":");
    assertThat(rows).extracting(ReadRow::line).containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void doesNotTakeALastLineForCompleteIfTheArchiveIsCut(Compression compression) {
    byte[] packed = Archive.of(compression, (GOOD + "\n" + GOOD).getBytes(UTF_8));
    List<ReadRow> rows = rows("log" + compression.ending(), withoutLast(packed, 1));

    assertThat(rows.get(rows.size() - 1).problem()).isEqualTo("corrupt-archive");
    assertThat(rows).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void makesOneRowOfNothingWhereTheDamageIsBetweenLines() {
    byte[] packed = Archive.of(Compression.GZIP, (GOOD + "\n \n").getBytes(UTF_8));
    List<ReadRow> rows = rows("log.gz", withoutLast(packed, 8));

    assertThat(rows).extracting(ReadRow::problem).containsExactly(null, "corrupt-archive");
    assertThat(rows).extracting(ReadRow::raw).containsExactly(GOOD, "");
    assertThat(rows).extracting(ReadRow::line).containsExactly(1L, 3L);
  }

  @Test
  void doesNotTakeASongForCompleteWhoseEndIsNotSeen() {
    byte[] content = "{\"song_id\":\n\"S1\"}\n{\"song_id\":\"S2\"}\n".getBytes(UTF_8);
    Path file = write("songs.gz", withoutLast(Archive.of(Compression.GZIP, content), 3));
    List<ReadRow> rows = ReadRow.of(SourceLayout.SONGS, file);

    assertThat(rows).extracting(ReadRow::problem).containsExactly(null, "corrupt-archive");
    assertThat(rows.get(1).raw()).isEqualTo("{\"song_id\":\"S2\"}");
    assertThat(rows.get(1).line()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void makesOneRowOfAFileThatIsNoArchive(Compression compression) {
    for (String content : List.of("", "x", GOOD + "\n" + GOOD + "\n")) {
      List<ReadRow> rows = rows("log" + compression.ending(), content.getBytes(UTF_8));

      assertThat(rows).extracting(ReadRow::problem).containsExactly("corrupt-archive");
      assertThat(rows.get(0).line()).isEqualTo(1);
      assertThat(rows.get(0).raw()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void makesOneMalformedRecordOfAnArchiveOfNothing(Compression compression) {
    List<ReadRow> rows =
        rows("log" + compression.ending(), Archive.of(compression, "\n".getBytes(UTF_8)));

    assertThat(rows).extracting(ReadRow::problem).containsExactly("malformed-json");
    assertThat(rows.get(0).raw()).isEqualTo("\n");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void saysWhereverAByteIsWrongThatTheArchiveIsDamaged(Compression compression) {
    byte[] packed = Archive.of(compression, events(0, 12).getBytes(UTF_8));
    Random random = new Random(5);
    List<Integer> unnoticed = new ArrayList<>();
    for (int at = 0; at < packed.length; at++) {
      byte[] wrong = packed.clone();
      wrong[at] ^= (byte) (1 + random.nextInt(255));
      List<ReadRow> rows = rows("log" + compression.ending(), wrong);
      ReadRow last = rows.get(rows.size() - 1);
      if (!RejectRules.CORRUPT_ARCHIVE.equals(last.problem())) {
        assertThat(rows).as("byte %d", at).hasSize(12);
        unnoticed.add(at);
      }
      assertThat(rows.subList(0, rows.size() - 1))
          .extracting(ReadRow::problem)
          .doesNotContain(RejectRules.CORRUPT_ARCHIVE);
    }
    // time and system of a gzip header mean nothing; elsewhere a byte may hold bits of no use
    assertThat(unnoticed).hasSizeLessThan(10);
  }

  @Test
  void boundsABombByTheLimitOfARecord() {
    byte[] zeros = Archive.of(Compression.GZIP, new byte[100 << 20]);
    byte[] good = Archive.of(Compression.GZIP, ("\n" + GOOD).getBytes(UTF_8));
    List<ReadRow> rows = rows("log.gz", joined(zeros, good));

    assertThat(rows).extracting(ReadRow::problem).containsExactly("malformed-json", null);
    assertThat((byte[]) rows.get(0).get(Origin.RAW)).hasSize(RecordSplitter.KEPT);
    assertThat(rows.get(1).line()).isEqualTo(2);
  }

  @Test
  void streamsAnArchiveThatIsTooLargeToBeFetchedWhole() {
    byte[] packed = Archive.of(Compression.GZIP, events(0, 450_000).getBytes(UTF_8));
    assertThat((long) packed.length).isGreaterThan(FilesInOrder.SMALL);

    List<ReadRow> rows = rows("log.gz", withoutLast(packed, 8));

    assertThat(rows).hasSize(450_001);
    assertThat(rows.get(449_999).get(LogEvents.TS)).isEqualTo(449_999L);
    assertThat(rows.get(450_000).problem()).isEqualTo("corrupt-archive");
  }

  @Test
  void doesNotTakeAFailingStorageForADamagedArchive() {
    for (Compression compression : Compression.values()) {
      byte[] packed = Archive.of(compression, events(0, 500).getBytes(UTF_8));
      for (int good : new int[] {0, 1, packed.length / 2, packed.length - 1}) {
        InputStream failing =
            new SequenceInputStream(
                new ByteArrayInputStream(packed, 0, good),
                new InputStream() {
                  @Override
                  public int read() throws IOException {
                    throw new IOException("503 Slow Down");
                  }

                  @Override
                  public int read(byte[] into, int from, int length) throws IOException {
                    return read();
                  }
                });
        Unpacked content = new Unpacked(compression, new ListedBytes(failing, packed.length));

        assertThatThrownBy(content::readAllBytes).hasMessage("503 Slow Down");
      }
    }
  }

  @Test
  void saysThatAnArchiveShrankAfterTheListing() throws IOException {
    byte[] noise = new byte[5 << 20];
    new Random(8).nextBytes(noise);
    byte[] large = Archive.of(Compression.GZIP, noise);
    Path file = write("log.gz", withoutLast(large, 100));
    SourceFile listed = new SourceFile(file.toUri().toString(), large.length, 0);

    assertThatThrownBy(() -> ReadRow.ofListed(SourceLayout.EVENTS, listed))
        .asInstanceOf(type(EtlException.class))
        .returns(Kind.STORAGE, EtlException::kind);
  }

  private static String events(int from, int to) {
    StringBuilder lines = new StringBuilder();
    Random random = new Random(from);
    for (int ts = from; ts < to; ts++) {
      String song = Long.toString(random.nextLong(), 36);
      lines.append("{\"ts\":%d,\"song\":\"%s\"}\n".formatted(ts, song));
    }
    return lines.toString();
  }

  private List<ReadRow> rows(String name, byte[] content) {
    return ReadRow.of(SourceLayout.EVENTS, write(name, content));
  }

  private Path write(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private static byte[] withoutLast(byte[] bytes, int count) {
    return Arrays.copyOf(bytes, bytes.length - count);
  }

  private static byte[] joined(byte[] left, byte[] right) {
    byte[] all = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, all, left.length, right.length);
    return all;
  }
}
