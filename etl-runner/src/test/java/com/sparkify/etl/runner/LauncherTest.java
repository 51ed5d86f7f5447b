package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.io.synthetic.SyntheticSpec;
import com.sparkify.etl.runner.config.Overrides;
import com.sparkify.etl.runner.job.BuildJob;
import com.sparkify.etl.runner.job.CheckJob;
import com.sparkify.etl.runner.job.DdlJob;
import com.sparkify.etl.runner.job.DiffJob;
import com.sparkify.etl.runner.job.GenerateJob;
import com.sparkify.etl.runner.job.HistoryJob;
import com.sparkify.etl.runner.job.Input;
import com.sparkify.etl.runner.job.MaintainJob;
import com.sparkify.etl.runner.job.MigrateJob;
import com.sparkify.etl.runner.job.QueryJob;
import com.sparkify.etl.runner.job.RejectsJob;
import com.sparkify.etl.runner.job.RollbackJob;
import com.sparkify.etl.runner.job.RunJob;
import com.sparkify.etl.runner.job.StageJob;
import com.sparkify.etl.runner.job.StatusJob;
import com.sparkify.etl.runner.job.TablesJob;
import com.sparkify.etl.runner.job.VacuumJob;
import com.sparkify.etl.runner.job.doctor.DoctorJob;
import com.sparkify.etl.runner.output.Streams;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds the real injectors. */
class LauncherTest {
  private static final Overrides ONE_CORE =
      new Overrides(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of("sparkify.spark.master=local[1]"));

  private final List<String> phases = new ArrayList<>();
  private final Launcher launcher =
      new Launcher(Streams.ofProcess(), phases::add, SecondStart.never());

  @ParameterizedTest
  @ValueSource(
      classes = {
        RunJob.class,
        StageJob.class,
        BuildJob.class,
        CheckJob.class,
        GenerateJob.class,
        QueryJob.class,
        RejectsJob.class,
        TablesJob.class,
        VacuumJob.class,
        HistoryJob.class,
        DiffJob.class,
        RollbackJob.class,
        MaintainJob.class,
        MigrateJob.class
      })
  void wiresJobsWithSpark(Class<?> job) {
    launcher.withSpark(ONE_CORE, Input.NONE, job, made -> assertThat(made).isInstanceOf(job));
  }

  @Test
  void wiresEachFormatOfTheLake() {
    launcher.withSpark(
        ONE_CORE.with("sparkify.lake.format=iceberg"),
        Input.NONE,
        CheckJob.class,
        made -> assertThat(made).isNotNull());
  }

  @Test
  void wiresJobsWithSettings() {
    launcher.withSettings(Overrides.none(), StatusJob.class, job -> assertThat(job).isNotNull());
    launcher.withSettings(Overrides.none(), DdlJob.class, job -> assertThat(job).isNotNull());
  }

  @Test
  void wiresBareJobs() {
    launcher.bare(DoctorJob.class, job -> assertThat(job).isNotNull());
  }

  @Test
  void opensNoSparkForAJobThatAsksForNone() {
    launcher.withSpark(ONE_CORE, Input.SOURCES, RunJob.class, job -> {});

    assertThat(phases).isEmpty();
  }

  @Test
  void stopsSparkWhateverTheJobDoes(@TempDir Path folder) {
    SyntheticSpec one =
        SyntheticSpec.likeThePublicData(1).with(1, 1).with(LocalDate.of(2018, 11, 1), 1, 1);

    assertThatThrownBy(
            () ->
                launcher.withSpark(
                    ONE_CORE,
                    Input.NONE,
                    GenerateJob.class,
                    job -> {
                      job.generate(one, folder.resolve("made").toString());
                      throw new IllegalStateException("oops");
                    }))
        .hasMessage("oops");
    assertThat(phases).contains("start Spark");
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
  }
}
