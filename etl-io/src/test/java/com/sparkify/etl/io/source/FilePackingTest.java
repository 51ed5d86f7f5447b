package com.sparkify.etl.io.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilePackingTest {
  private static final long MB = 1 << 20;

  @Test
  void givesAFewSmallFilesToAsManyTasksAsRunAtOnce() {
    assertThat(FilePacking.pack(files(71, 250), 2)).hasSize(2);
    assertThat(FilePacking.pack(files(71, 250), 200)).hasSize(3);
    assertThat(FilePacking.pack(files(1, 250), 200)).hasSize(1);
  }

  @Test
  void putsManySmallFilesIntoEachTask() {
    List<List<SourceFile>> tasks = FilePacking.pack(files(14_896, 250), 2);

    assertThat(tasks).hasSizeBetween(20, 40);
    assertThat(tasks).allSatisfy(task -> assertThat(task).hasSizeBetween(350, 750));
  }

  @Test
  void keepsTasksBelow64MegabytesWhereFilesAllow() {
    List<List<SourceFile>> tasks = FilePacking.pack(files(100, 10 * MB), 2);

    assertThat(tasks)
        .allSatisfy(
            task ->
                assertThat(task.stream().mapToLong(SourceFile::size).sum())
                    .isLessThanOrEqualTo(75 * MB));
    assertThat(FilePacking.pack(files(3, 500 * MB), 2)).hasSize(3);
  }

  @Test
  void givesEveryFileOnceWhateverTheOrder() {
    Random random = new Random(3);
    List<SourceFile> files =
        new ArrayList<>(
            IntStream.range(0, 500)
                .mapToObj(i -> new SourceFile("f" + i, random.nextInt(3_000_000), 0))
                .toList());
    List<List<SourceFile>> tasks = FilePacking.pack(files, 4);
    Collections.shuffle(files, random);

    assertThat(tasks.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(files);
    assertThat(FilePacking.pack(files, 4)).isEqualTo(tasks);
  }

  @Test
  void makesNoTaskOfNoFiles() {
    assertThat(FilePacking.pack(List.of(), 4)).isEmpty();
  }

  private static List<SourceFile> files(int count, long size) {
    return IntStream.range(0, count).mapToObj(i -> new SourceFile("f" + i, size, 0)).toList();
  }
}
