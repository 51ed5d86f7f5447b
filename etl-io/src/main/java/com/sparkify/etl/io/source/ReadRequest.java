package com.sparkify.etl.io.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Which files to read, and how.
 *
 * @param names the JSON name of each field of {@code layout}
 */
record ReadRequest(SourceLayout layout, List<String> names, List<SourceFile> files) {
  private static final String LAYOUT = "layout";
  private static final String NAMES_AND_FILES = "request";

  ReadRequest {
    names = List.copyOf(names);
    files = List.copyOf(files);
  }

  /** This request as options of a Spark reader. */
  Map<String, String> toOptions() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(names.size());
      for (String name : names) {
        out.writeUTF(name);
      }
      out.writeInt(files.size());
      for (SourceFile file : files) {
        out.writeUTF(file.path());
        out.writeLong(file.size());
        out.writeLong(file.modifiedMillis());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
    return Map.of(LAYOUT, layout.name(), NAMES_AND_FILES, text);
  }

  static ReadRequest fromOptions(Map<String, String> options) {
    byte[] bytes = Base64.getDecoder().decode(option(options, NAMES_AND_FILES));
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      List<String> names = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        names.add(in.readUTF());
      }
      List<SourceFile> files = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        files.add(new SourceFile(in.readUTF(), in.readLong(), in.readLong()));
      }
      return new ReadRequest(layout(options), names, files);
    } catch (IOException corrupt) {
      throw new UncheckedIOException("The option '" + NAMES_AND_FILES + "' is corrupt", corrupt);
    }
  }

  static SourceLayout layout(Map<String, String> options) {
    return SourceLayout.valueOf(option(options, LAYOUT));
  }

  private static String option(Map<String, String> options, String key) {
    String value = options.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "The option '%s' is missing: read through JsonSources".formatted(key));
    }
    return value;
  }
}
