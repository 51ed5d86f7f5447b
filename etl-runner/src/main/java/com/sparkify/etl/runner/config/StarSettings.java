package com.sparkify.etl.runner.config;

import static java.util.Objects.requireNonNull;

import com.sparkify.etl.core.source.TextRepair;
import com.sparkify.etl.core.star.Songplays.Match;
import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.List;

/**
 * How staged rows become the star schema.
 *
 * @param songsPartitionedBy the fields of {@code songs} whose values become folders, outermost
 *     first
 */
public record StarSettings(Match match, TextRepair textRepair, List<Field> songsPartitionedBy) {

  public StarSettings {
    requireNonNull(match, "match");
    requireNonNull(textRepair, "textRepair");
    songsPartitionedBy = List.copyOf(songsPartitionedBy);
    if (songsPartitionedBy.isEmpty() || !songsPartitionedBy.get(0).equals(Songs.YEAR)) {
      throw new IllegalArgumentException("songs are partitioned by year first");
    }
  }

  /** The tables of the star with the layout in which they are stored, in their order. */
  public List<Table> tables() {
    return StarSchema.TABLES.stream().map(this::laidOut).toList();
  }

  /** {@code table} with the layout in which it is stored. */
  public Table laidOut(Table table) {
    return table.equals(Songs.TABLE)
        ? table.partitionedBy(songsPartitionedBy.toArray(Field[]::new))
        : table;
  }
}
