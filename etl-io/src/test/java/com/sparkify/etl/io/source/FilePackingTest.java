package com.sparkify.etl.io.source;

import static java.util.Comparator.comparingLong;
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
    assertThat(FilePacking.pack(files(710, 250), 2)).hasSize(2);
    assertThat(FilePacking.pack(files(710, 250), 200)).hasSize(6);
    assertThat(FilePacking.pack(files(71, 250), 200)).hasSize(1);
  }

  @Test
  void putsManySmallFilesIntoEachTask() {
    List<List<FilePart>> tasks = FilePacking.pack(files(14_896, 250), 2);

    assertThat(tasks).hasSizeBetween(6, 10);
    assertThat(tasks).allSatisfy(task -> assertThat(task).hasSizeBetween(1_500, 2_500));
    assertThat(FilePacking.pack(files(14_896, 250), 64)).hasSize(64);
  }

  @Test
  void givesEachTaskThatRunsAtOnceAsManyOthersToFollowIt() {
    assertThat(FilePacking.pack(files(10, 15 * MB), 2)).hasSize(4);
    assertThat(FilePacking.pack(files(10, 15 * MB), 3)).hasSize(3);
    assertThat(FilePacking.pack(files(10, 15 * MB), 10)).hasSize(10);
  }

  @Test
  void keepsTasksBelow64MegabytesWhereFilesAllow() {
    List<List<FilePart>> tasks = FilePacking.pack(files(100, 10 * MB), 2);

    assertThat(tasks)
        .allSatisfy(
            task ->
                assertThat(task.stream().mapToLong(part -> part.bytes().length()).sum())
                    .isLessThanOrEqualTo(75 * MB));
    assertThat(FilePacking.pack(files(3, 500 * MB), 2)).hasSize(3);
  }

  @Test
  void givesEveryFileOnceWhateverTheOrder() {
    Random random = new Random(3);
    List<FilePart> files =
        new ArrayList<>(
            IntStream.range(0, 500).mapToObj(i -> file(i, random.nextInt(3_000_000))).toList());
    List<List<FilePart>> tasks = FilePacking.pack(files, 4);
    Collections.shuffle(files, random);

    assertThat(tasks.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(files);
    assertThat(FilePacking.pack(files, 4)).isEqualTo(tasks);
  }

  @Test
  void makesNoTaskOfNoFiles() {
    assertThat(FilePacking.pack(List.of(), 4)).isEmpty();
  }

  @Test
  void givesThePartsOfAFileToSeveralTasksInTheOrderOfTheFile() {
    SourceFile file = new SourceFile("f", 400, 0);
    List<FilePart> parts =
        IntStream.range(0, 400)
            .mapToObj(i -> new FilePart(new FileRange(file, i * MB, (i + 1) * MB), i))
            .toList();

    List<List<FilePart>> tasks = FilePacking.pack(parts, 4);

    assertThat(tasks).hasSizeBetween(4, 8);
    assertThat(tasks)
        .allSatisfy(
            task -> assertThat(task).isSortedAccordingTo(comparingLong(FilePart::linesBefore)));
  }

  private static List<FilePart> files(int count, long size) {
    return IntStream.range(0, count).mapToObj(i -> file(i, size)).toList();
  }

  private static FilePart file(int number, long size) {
    return FilePart.whole(new SourceFile("f" + number, size, 0));
  }
}
