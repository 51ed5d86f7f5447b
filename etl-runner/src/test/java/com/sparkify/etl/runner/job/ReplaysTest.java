package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.staging.Batch;
import com.sparkify.etl.io.staging.Ledger;
import com.sparkify.etl.io.staging.StagedFile;
import com.sparkify.etl.runner.job.Replays.Line;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReplaysTest {
  private static final String LOG = "file:/logs/a.json";
  private static final String BACK = "file:/logs/back/replay-one-bad-type-ts.json";

  /** Lines 10, 20 and 30 of the log, which are lines 1, 2 and 3 of the export. */
  private static final Map<String, List<ExportedReject>> ONE =
      Map.of("one", LongStream.of(1, 2, 3).mapToObj(ReplaysTest::exported).toList());

  @Test
  void aFileThatIsAcceptedReplaysAll() {
    Replays replays = replays(ONE, log(5), back(3, 0));

    assertThat(replays.lines(Map.of())).containsExactlyInAnyOrder(line(10), line(20), line(30));
    assertThat(replays.rejectedInPart()).isEmpty();
    assertThat(replays.count()).isEqualTo(3);
  }

  @Test
  void whatIsRejectedAgainIsNotReplayed() {
    Replays replays = replays(ONE, log(5), back(3, 1));

    assertThat(replays.rejectedInPart()).containsExactly(BACK);
    assertThat(replays.lines(Map.of(BACK, Set.of(2L))))
        .containsExactlyInAnyOrder(line(10), line(30));
    assertThat(replays.count()).isEqualTo(2);
  }

  @Test
  void aFileWithMoreOrFewerRecordsReplaysNone() {
    assertThat(replays(ONE, log(5), back(2, 0)).lines(Map.of())).isEmpty();
    assertThat(replays(ONE, log(5), back(4, 0)).count()).isZero();
  }

  @Test
  void aFileOfOtherLinesReplaysNone() {
    assertThat(replays(ONE, log(5), back(3, 1)).lines(Map.of(BACK, Set.of(4L)))).isEmpty();
  }

  @Test
  void whatIsOnlyExportedIsNotReplayed() {
    assertThat(replays(ONE, log(5)).count()).isZero();
  }

  @Test
  void aLogThatHasChangedSinceHasOtherLines() {
    assertThat(replays(ONE, log(6), back(3, 0)).lines(Map.of())).isEmpty();
  }

  @Test
  void aFileOfTheOtherSourceReplaysNone() {
    Ledger ledger = new Ledger(List.of(new Batch("000001", List.of(log(5), back(3, 0)))));

    assertThat(new Replays("songs", ONE, ledger).count()).isZero();
  }

  @Test
  void whatIsReplayedTwiceCountsOnce() {
    Map<String, List<ExportedReject>> both =
        Map.of("one", ONE.getOrDefault("one", List.of()), "two", List.of(exported(1)));

    Replays replays =
        replays(both, log(5), back(3, 0), file("file:/logs/replay-two-bad-type-ts.json", 5, 1, 0));

    assertThat(replays.count()).isEqualTo(3);
    assertThat(replays.lines(Map.of())).hasSize(3);
  }

  private static Replays replays(Map<String, List<ExportedReject>> exports, StagedFile... files) {
    return new Replays("events", exports, new Ledger(List.of(new Batch("000001", List.of(files)))));
  }

  private static ExportedReject exported(long exportLine) {
    return new ExportedReject("events", "bad-type-ts", LOG, 5, 7, 10 * exportLine, exportLine);
  }

  private static Line line(long number) {
    return new Line(LOG, number);
  }

  private static StagedFile log(long size) {
    return file(LOG, size, 40, 3);
  }

  private static StagedFile back(long read, long rejected) {
    return file(BACK, 5, read, rejected);
  }

  private static StagedFile file(String path, long size, long read, long rejected) {
    return new StagedFile(path, size, 7, read, read - rejected, rejected, Map.of(), Map.of());
  }
}
