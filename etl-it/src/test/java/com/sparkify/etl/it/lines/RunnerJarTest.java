package com.sparkify.etl.it.lines;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the jar for spark-submit carries: ours, what it needs under our names, nothing else. */
class RunnerJarTest {
  private static final long FIVE_MEGABYTES = 5_000_000;

  @Test
  void isUnderFiveMegabytes() throws IOException {
    assertThat(Files.size(RunnerJar.path())).isLessThan(FIVE_MEGABYTES);
  }

  @Test
  void holdsNoClassUnderAForeignName() throws IOException {
    assertThat(entries())
        .filteredOn(name -> name.endsWith(".class"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("com/sparkify/etl/"));
  }

  @Test
  void holdsWhatItNeedsUnderOurNames() throws IOException {
    assertThat(entries())
        .contains(
            "com/sparkify/etl/runner/Main.class",
            "com/sparkify/etl/io/source/JsonRecordsProvider.class",
            "com/sparkify/etl/shaded/config/Config.class",
            "com/sparkify/etl/shaded/google/common/collect/ImmutableList.class",
            "com/sparkify/etl/shaded/google/inject/Guice.class",
            "com/sparkify/etl/shaded/picocli/CommandLine.class",
            "reference.conf",
            "sparkify-log4j2.properties");
  }

  @Test
  void namesNoClassOfTheLibrariesWithinItAsTheyWere() throws IOException {
    try (JarFile jar = new JarFile(RunnerJar.path().toFile())) {
      for (ZipEntry entry : classesOf(jar)) {
        String content =
            new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(content)
            .as(entry.getName())
            .doesNotContain(
                "com/google/common/",
                "com/google/inject/",
                "com/typesafe/config/",
                "jakarta/inject/",
                "org/aopalliance/");
      }
    }
  }

  @Test
  void linksToNoScalaCollection() throws IOException {
    try (JarFile jar = new JarFile(RunnerJar.path().toFile())) {
      for (ZipEntry entry : classesOf(jar)) {
        assertThat(ScalaCollections.in(jar.getInputStream(entry))).as(entry.getName()).isFalse();
      }
    }
  }

  @Test
  void wouldFindALinkToAScalaCollection() throws IOException {
    try (InputStream fixture =
        RunnerJarTest.class.getResourceAsStream("LinkToAScalaCollection.class")) {
      assertThat(ScalaCollections.in(requireNonNull(fixture))).isTrue();
    }
  }

  @Test
  void holdsNoSignatureNoModuleAndNoOtherVersionOfAClass() throws IOException {
    assertThat(entries())
        .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"))
        .noneMatch(name -> name.startsWith("META-INF/versions/"))
        .noneMatch(name -> name.endsWith("module-info.class"));
  }

  @Test
  void startsMainAndKeepsTheLicences() throws IOException {
    try (JarFile jar = new JarFile(RunnerJar.path().toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
          .isEqualTo("com.sparkify.etl.runner.Main");
    }
    assertThat(entries())
        .containsOnlyOnce("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/NOTICE.md");
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(RunnerJar.path().toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }

  private static List<? extends ZipEntry> classesOf(JarFile jar) {
    return jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
  }
}
