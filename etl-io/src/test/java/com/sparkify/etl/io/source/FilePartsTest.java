package com.sparkify.etl.io.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePartsTest {
  private static final long MB = 1 << 20;

  private final Configuration conf = new Configuration();
  private final Path file;

  FilePartsTest(@TempDir Path root) {
    this.file = root.resolve("a.json");
  }

  @Test
  void holdTheRecordsAndLineNumbersOfTheFileWhereverItIsCut() throws IOException {
    Random random = new Random(11);
    int cut = 0;
    for (int i = 0; i < 400; i++) {
      byte[] content = RecordSplitterTest.randomText(random).getBytes(UTF_8);
      List<FilePart> parts = parts(content, 1 + random.nextInt(9));

      List<SplitRecord> found = new ArrayList<>();
      for (FilePart part : parts) {
        found.addAll(records(part));
      }
      assertThat(found).isEqualTo(SplitRecord.in(SourceLayout.EVENTS, content));
      assertThat(parts.stream().mapToLong(part -> part.bytes().length()).sum())
          .isEqualTo(content.length);
      cut += parts.size() > 1 ? 1 : 0;
    }
    assertThat(cut).isGreaterThan(200);
  }

  @Test
  void areOneForAFileWithoutRecordsOrLineEnds() throws IOException {
    assertThat(parts("\n \n\n\t\n\n\n".getBytes(UTF_8), 2)).hasSize(1);
    assertThat(parts("{\"a\":1,\"b\":2}".getBytes(UTF_8), 2)).hasSize(1);
  }

  @Test
  void areSeveralOfAFileThatIsMoreThanATasksShare() {
    SourceFile large = new SourceFile("large", 640 * MB, 0);

    assertThat(cuts(SourceLayout.EVENTS, large)).hasSize(10);
    assertThat(cuts(SourceLayout.EVENTS, new SourceFile("modest", 128 * MB, 0))).isEmpty();
    assertThat(cuts(SourceLayout.EVENTS, large, new SourceFile("other", 640 * MB, 0))).isEmpty();
    assertThat(cuts(SourceLayout.EVENTS, large, new SourceFile("other", 639 * MB, 0)))
        .extracting(range -> range.file().path())
        .containsOnly("large");
  }

  @Test
  void areAsManyForEachTask() {
    assertThat(cuts(SourceLayout.EVENTS, new SourceFile("large", 150 * MB, 0))).hasSize(4);
    assertThat(cuts(SourceLayout.EVENTS, new SourceFile("large", 257 * MB, 0))).hasSize(6);
  }

  @Test
  void areNeverSeveralOfWhatIsCompressedOrSpansLines() {
    assertThat(cuts(SourceLayout.EVENTS, new SourceFile("a.json.gz", 640 * MB, 0))).isEmpty();
    assertThat(cuts(SourceLayout.SONGS, new SourceFile("a.json", 640 * MB, 0))).isEmpty();
  }

  /** The ranges whose lines are counted, of {@code files} that two tasks read. */
  private static List<FileRange> cuts(SourceLayout layout, SourceFile... files) {
    List<FileRange> cuts = new ArrayList<>();
    new FileParts(
            layout,
            64 * MB,
            ranges -> {
              cuts.addAll(ranges);
              return ranges.stream()
                  .map(range -> new LineCount(1, range.from() + 1, false))
                  .toList();
            })
        .of(List.of(files), 2);
    return cuts;
  }

  private List<FilePart> parts(byte[] content, long partSize) throws IOException {
    Files.write(file, content);
    return new FileParts(
            SourceLayout.EVENTS,
            partSize,
            ranges -> ranges.stream().map(range -> LineCount.of(range, conf)).toList())
        .of(List.of(new SourceFile(file.toUri().toString(), content.length, 0)), 1000);
  }

  private List<SplitRecord> records(FilePart part) throws IOException {
    List<SplitRecord> found = new ArrayList<>();
    try (RecordSplitter records =
        RecordSplitter.of(
            SourceLayout.EVENTS, part.bytes().open(conf, "sequential"), part.linesBefore())) {
      while (records.next()) {
        int length = records.end() - records.start();
        String text = new String(records.bytes(), records.start(), length, ISO_8859_1);
        found.add(new SplitRecord(records.lineNumber(), text));
      }
    }
    return found;
  }
}
