package com.sparkify.etl.it.lines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Scala's collections, which are other types in 2.12 than in 2.13, as classes name them. */
final class ScalaCollections {
  private ScalaCollections() {}

  /**
   * Whether {@code classFile} names one: every link of a class is spelled out in its constants, the
   * signature of each method that it calls too.
   */
  static boolean in(InputStream classFile) throws IOException {
    String constants = new String(classFile.readAllBytes(), StandardCharsets.ISO_8859_1);
    return Stream.of("scala/collection/", "scala/jdk/").anyMatch(constants::contains);
  }
}
