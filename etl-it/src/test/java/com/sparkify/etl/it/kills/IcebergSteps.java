package com.sparkify.etl.it.kills;

import static com.sparkify.etl.it.kills.Moment.before;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a run that publishes tables of Iceberg in a Hadoop catalog, where each change of a
 * table is a file of metadata that gets its name. There are four of them: the branch, the rows on
 * it, the tag, and main; of the table that is tagged last, the third one does both.
 */
final class IcebergSteps {
  private static final int ROWS = 1;
  private static final int TAG = 2;
  private static final int MAIN = 3;
  private static final List<Table> TABLES = StarSchema.TABLES;

  private IcebergSteps() {}

  static List<Step> all() {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.of("first branch made", before("(CREATE|CREATE_UPLOAD|PUT) .*/data/.*")));
    steps.add(change("rows of songs", "songs", ROWS));
    steps.add(change("rows of songplays", "songplays", ROWS));
    steps.add(
        Step.of(
            "all branches written and audited",
            before("(CREATE|PUT) .*/_sparkify/versions/.*[.]json.*")));
    for (Table table : TABLES) {
      steps.add(change("tag of " + table.name(), table.name(), TAG));
    }
    for (Table table : TABLES.subList(0, TABLES.size() - 1)) {
      steps.add(change("main of " + table.name(), table.name(), MAIN));
    }
    steps.add(Step.of("all mains moved", before("(CREATE|PUT) .*/_sparkify/runs/.*")));
    return steps;
  }

  /** When some mains have moved, and again when the next run moves the others. */
  static List<Step> twiceMovingMain() {
    return List.of(
        change("half way through the moving of main", "songs", MAIN),
        change(Step.AGAIN, "users", 0));
  }

  /** Right before a change of {@code table}, after so many others. */
  private static Step change(String name, String table, int passed) {
    String file = "lake/sparkify/%s/metadata/v[0-9]+[.]metadata[.]json".formatted(table);
    return Step.of(name, before("(RENAME|COPY) .*" + file, passed));
  }
}
