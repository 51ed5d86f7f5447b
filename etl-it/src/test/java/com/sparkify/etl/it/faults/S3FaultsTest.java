package com.sparkify.etl.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.faults.S3FaultMatrix.Case;
import com.sparkify.etl.it.s3.Bucket;
import com.sparkify.etl.it.s3.S3;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that meet with faults of S3. {@code -Dsparkify.it.s3-faults=} a regular expression adds the
 * cases of {@link S3FaultMatrix} whose names match, {@code -Dsparkify.it.s3-faults.seed=} chooses
 * other requests.
 */
@ExtendWith(S3.class)
@TestInstance(Lifecycle.PER_CLASS)
class S3FaultsTest {
  private static final long SEED = Long.getLong("sparkify.it.s3-faults.seed", 1);

  private final LakeOnTrial lake;

  S3FaultsTest(Bucket bucket, @TempDir Path folder) {
    lake = LakeOnTrial.in(bucket, folder);
  }

  @AfterAll
  void close() {
    lake.close();
  }

  @Test
  void aRunOutlastsOneFaultOfEveryKindOfRequest() {
    Case mixed = S3FaultMatrix.mixed(lake.requests(), SEED);

    Outcome outcome = tried(mixed);

    assertThat(outcome.exitCode()).as(outcome.said()).isZero();
    assertThat(outcome.struck()).isEqualTo(mixed.faults().size());
  }

  @TestFactory
  Stream<DynamicTest> theCasesAskedFor() {
    String asked = System.getProperty("sparkify.it.s3-faults", "");
    Pattern wanted = Pattern.compile(asked);
    List<Case> cases = asked.isEmpty() ? List.of() : S3FaultMatrix.cases(lake.requests(), SEED);
    return cases.stream()
        .filter(one -> wanted.matcher(one.name()).matches())
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> tried(one)));
  }

  private Outcome tried(Case one) {
    Outcome outcome = S3FaultTrial.of(lake, one.faults());
    System.out.println(S3FaultMatrix.line(one, outcome));
    assertThat(outcome.problems()).as(one.name()).isEmpty();
    return outcome;
  }
}
