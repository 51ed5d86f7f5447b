package com.sparkify.etl.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedClassesTest {
  private final Thread thread = Thread.currentThread();
  private final ClassLoader loader = thread.getContextClassLoader();

  @AfterEach
  void putTheClassesBack() {
    thread.setContextClassLoader(loader);
  }

  @Test
  void aJavaThatHasThemGoesOn() {
    List<Integer> exits = new ArrayList<>();

    SecondStart launcher = new SecondStart(Optional.of("/nowhere"), List.of("run"), exits::add);
    AddedClasses.ofHive().require(launcher);
    AddedClasses.ofIceberg().require(launcher);

    assertThat(exits).isEmpty();
  }

  @Test
  void theLauncherStartsAJavaWithThem(@TempDir Path folder) throws IOException {
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    Path launcher = folder.resolve("launcher");
    Files.writeString(
        launcher,
        "#!/bin/sh\necho \"$SPARKIFY_CATALOG $1 $2\" >%s/out; exit 5\n".formatted(folder));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    List<Integer> exits = new ArrayList<>();

    AddedClasses.ofHive()
        .require(
            new SecondStart(
                Optional.of(launcher.toString()), List.of("tables", "create"), exits::add));

    assertThat(folder.resolve("out")).hasContent("hive tables create");
    assertThat(exits).containsExactly(5);
  }

  @Test
  void withoutALauncherItSaysWhatToDo() {
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());

    assertThatThrownBy(() -> AddedClasses.ofHive().require(SecondStart.never()))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("./sparkify")
        .hasMessageContaining("sparkify.catalog.type");
    assertThatThrownBy(() -> AddedClasses.ofIceberg().require(SecondStart.never()))
        .isInstanceOfSatisfying(
            EtlException.class, e -> assertThat(ExitCode.of(e)).isEqualTo(ExitCode.CONFIG))
        .hasMessageContaining("Start with ./sparkify, or add --packages org.apache.iceberg:")
        .hasMessageContaining("sparkify.lake.format to parquet");
  }
}
