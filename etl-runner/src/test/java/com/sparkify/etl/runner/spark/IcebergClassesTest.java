package com.sparkify.etl.runner.spark;

import static org.assertj.core.api.Assertions.assertThat;

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
    System.clearProperty("sparkify.launcher");
  }

  @Test
  void areHadFromTheClassPathOrByTheLauncher() {
    assertThat(IcebergClasses.canBeHad()).isTrue();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    assertThat(IcebergClasses.canBeHad()).isFalse();
    System.setProperty("sparkify.launcher", "/opt/sparkify");
    assertThat(IcebergClasses.canBeHad()).isTrue();
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
