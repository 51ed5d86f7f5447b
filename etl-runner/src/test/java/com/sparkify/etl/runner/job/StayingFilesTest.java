package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.column.TimeSpan;
import com.sparkify.etl.io.lake.TimedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StayingFilesTest {
  private static final long FEW = 100;
  private static final TimedFile A = file("a", 0, 9, 500);
  private static final TimedFile B = file("b", 10, 19, 500);
  private static final TimedFile C = file("c", 20, 29, 500);

  @Test
  void aFileStaysUnlessATimeInItChanges() {
    StayingFiles staying = staying(List.of(A, B, C), span(12, 14));

    assertThat(staying.files()).containsExactly(A, C);
    assertThat(staying.spans()).containsExactly(A.span(), C.span());
  }

  @Test
  void allFilesStayWhenWhatComesIsLater() {
    StayingFiles staying = staying(List.of(C, A, B), span(30, 39));

    assertThat(staying.files()).containsExactly(A, B, C);
    assertThat(staying.spans()).containsExactly(span(0, 29));
  }

  @Test
  void whatComesBetweenTwoFilesIsOutsideOfBoth() {
    StayingFiles staying = staying(List.of(A, C), span(15, 16));

    assertThat(staying.files()).containsExactly(A, C);
    assertThat(staying.spans()).containsExactly(A.span(), C.span());
  }

  @Test
  void aFileThatLiesAcrossAReplacedOneIsReplacedToo() {
    TimedFile across = file("across", 8, 11, 500);

    assertThat(staying(List.of(A, across, B, C), span(15, 15)).files()).containsExactly(C);
  }

  @Test
  void aSmallFileNextToWhatIsReplacedIsReplacedToo() {
    TimedFile small = file("small", 30, 39, 99);

    assertThat(staying(List.of(A, B, C, small), span(40, 49)).files()).containsExactly(A, B, C);
    assertThat(staying(List.of(A, B, C, small), span(3, 4)).files()).containsExactly(B, C, small);
  }

  @Test
  void smallFilesInARowAreReplacedTogether() {
    TimedFile small = file("small", 30, 34, 99);
    TimedFile last = file("last", 35, 39, 1);

    assertThat(staying(List.of(A, B, C, small, last), span(40, 49)).files())
        .containsExactly(A, B, C);
  }

  @Test
  void whatStaysIsSaidOfNoFileIfThereIsNone() {
    assertThat(staying(List.of(), span(1, 2)).files()).isEmpty();
    assertThat(staying(List.of(A, B, C), span(5, 25)).spans()).isEmpty();
  }

  /** Files at random, across one another or not, of which some are small. */
  static Stream<Random> chances() {
    return LongStream.range(0, 300).mapToObj(Random::new);
  }

  @ParameterizedTest
  @MethodSource("chances")
  void noReplacedTimeLiesInWhatStaysAndAllThatStaysLiesInItsSpans(Random random) {
    List<TimedFile> files = new ArrayList<>();
    for (int i = random.nextInt(8); i >= 0; i--) {
      int first = random.nextInt(100);
      files.add(file("f" + i, first, first + random.nextInt(12), random.nextBoolean() ? 500 : 50));
    }
    int from = random.nextInt(110);
    TimeSpan changed = span(from, from + random.nextInt(8));

    StayingFiles staying = staying(files, changed);

    assertThat(staying.replaced()).contains(changed);
    assertThat(staying.files())
        .allSatisfy(
            file ->
                assertThat(staying.spans()).anyMatch(span -> span.with(file.span()).equals(span)));
    for (TimedFile file : files) {
      if (!staying.files().contains(file)) {
        assertThat(staying.replaced()).contains(file.span());
      }
    }
    assertThat(staying.spans())
        .allSatisfy(span -> assertThat(staying.replaced()).noneMatch(span::meets));
  }

  @ParameterizedTest
  @MethodSource("chances")
  void everyTimeIsBuiltAgainOfWhichAPlayIs(Random random) {
    long[] times = LongStream.range(0, 60).filter(time -> random.nextInt(3) > 0).toArray();
    List<TimedFile> plays = dividedAtRandom(times, random);
    List<TimedFile> ofTime = dividedAtRandom(times, random);
    int from = random.nextInt(60);
    TimeSpan changed = span(from, from + random.nextInt(4));

    StayingMonth month = StayingMonth.of(plays, ofTime, List.of(changed), FEW);

    assertThat(
            LongStream.of(times)
                .filter(time -> isBuilt(time, plays, month.plays()))
                .filter(time -> !isBuilt(time, ofTime, month.starts())))
        .isEmpty();
    for (long time : times) {
      assertThat(isBuilt(time, plays, month.plays()))
          .as("%d is in no span of what stays", time)
          .isEqualTo(month.plays().spans().stream().noneMatch(span(time, time)::meets));
      assertThat(isBuilt(time, ofTime, month.starts()))
          .isEqualTo(month.starts().spans().stream().noneMatch(span(time, time)::meets));
    }
  }

  private static boolean isBuilt(long time, List<TimedFile> files, StayingFiles staying) {
    return files.stream()
        .filter(file -> !staying.files().contains(file))
        .anyMatch(file -> file.span().meets(span(time, time)));
  }

  /** Files that hold all {@code times}, each after the other. */
  private static List<TimedFile> dividedAtRandom(long[] times, Random random) {
    List<TimedFile> files = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= times.length; i++) {
      if (i == times.length || random.nextInt(6) == 0) {
        files.add(file("f" + from, times[from], times[i - 1], random.nextInt(4) > 0 ? 500 : 50));
        from = i;
      }
    }
    return files;
  }

  private static StayingFiles staying(List<TimedFile> files, TimeSpan changed) {
    return StayingFiles.of(files, List.of(changed), FEW);
  }

  private static TimeSpan span(long first, long last) {
    return new TimeSpan(first, last);
  }

  private static TimedFile file(String path, long first, long last, long rows) {
    return new TimedFile(path, "year=2018/month=11", span(first, last), rows);
  }
}
