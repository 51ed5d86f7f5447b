package com.sparkify.etl.runner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcebergClassesTest {
  private final Thread thread = Thread.currentThread();
  private final ClassLoader loader = thread.getContextClassLoader();

  @AfterEach
  void putTheClassesBack() {
    thread.setContextClassLoader(loader);
  }

  @Test
  void areOnTheClassPathOfTheProduct() {
    IcebergClasses.require();

    assertThat(IcebergClasses.arePresent()).isTrue();
  }

  @Test
  void withoutThemItSaysWhichPackageToAdd() {
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());

    assertThatThrownBy(IcebergClasses::require)
        .isInstanceOfSatisfying(
            EtlException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
        .hasMessageContaining("Start with ./sparkify, or add --packages org.apache.iceberg:")
        .hasMessageContaining("sparkify.lake.format to parquet");
  }

  @ParameterizedTest
  @CsvSource({
    "3.5.8, 2.12.18, iceberg-spark-runtime-3.5_2.12:1.10.1",
    "3.5.8, 2.13.8, iceberg-spark-runtime-3.5_2.13:1.10.1",
    "4.0.2, 2.13.16, iceberg-spark-runtime-4.0_2.13:1.10.1",
    "4.1.3, 2.13.17, iceberg-spark-runtime-4.1_2.13:1.11.0",
    "4.2.0, 2.13.18, 'There is none for Spark 4.2 with Scala 2.13, only for 3.5_2.12, 3.5_2.13, 4.0_2.13, 4.1_2.13'"
  })
  void namesThePackageOfEachLineOfSpark(String spark, String scala, String expected) {
    assertThat(IcebergClasses.advice(spark, scala)).contains(expected);
  }
}
