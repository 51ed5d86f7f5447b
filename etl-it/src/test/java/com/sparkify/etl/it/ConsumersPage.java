package com.sparkify.etl.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The statements that {@code docs/consumers.md} gives for a program. */
public final class ConsumersPage {
  private static final Path PAGE = Sparkify.project().resolve("docs/consumers.md");
  private static final String BLOCK = "```sql\n";

  private ConsumersPage() {}

  /** Those of the first block of SQL under {@code heading}, in order, without their semicolons. */
  public static List<String> statements(String heading) {
    String page = page();
    int section = page.indexOf("\n## %s\n".formatted(heading));
    int block = page.indexOf(BLOCK, section);
    int nextSection = page.indexOf("\n## ", section + 1);
    if (section < 0 || block < 0 || block > nextSection) {
      throw new IllegalStateException("'%s' has no SQL under '%s'".formatted(PAGE, heading));
    }
    String sql = page.substring(block + BLOCK.length(), page.indexOf("```\n", block));
    return List.of(sql.split(";\n"));
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
