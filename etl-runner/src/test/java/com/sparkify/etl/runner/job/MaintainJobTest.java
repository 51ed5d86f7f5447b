package com.sparkify.etl.runner.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.lake.Maintained;
import com.sparkify.etl.io.lake.Maintained.Files;
import com.sparkify.etl.io.lake.Maintained.Saved;
import com.sparkify.etl.io.lake.WorkFolder.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaintainJobTest {
  private static final int KIBIBYTE = 1024;

  @Test
  void saysWhatWasDoneAndSaved() {
    Files one = new Files(1, 2 * KIBIBYTE, 1);

    assertThat(
            MaintainJob.steps(
                new Maintained(
                    Map.of(
                        "songplays",
                        new Saved(new Files(1200, 3 * KIBIBYTE, 9), one, new Size(40, KIBIBYTE)),
                        "users",
                        new Saved(one, one, Size.NONE)),
                    List.of("20181101T120000.000Z", "20181102T120000.000Z"))))
        .containsExactly(
            "songplays: 1,200 data files of 3.0 KiB with 9 manifests became 1 data files of 2.0 KiB"
                + " with 1 manifests; removed 40 files, 1.0 KiB",
            "users: nothing to do for 1 data files of 2.0 KiB with 1 manifests",
            "versions that can no longer be read: 20181101T120000.000Z, 20181102T120000.000Z");
  }
}
