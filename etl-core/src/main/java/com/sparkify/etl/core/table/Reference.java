package com.sparkify.etl.core.table;

import java.util.stream.Collectors;

/**
 * A promise that every value of a field is the key of a row of another table; null points at
 * nothing.
 *
 * @param table the table whose rows point
 * @param field the field that points
 * @param target the table that is pointed at, named by one field
 */
public record Reference(Table table, Field field, Table target) {

  public Reference {
    table.requireField(field);
    if (target.key().size() != 1) {
      throw new IllegalArgumentException(
          "Table '%s' is named by %s; a reference needs a key of one field"
              .formatted(
                  target.name(),
                  target.key().stream().map(Field::name).collect(Collectors.joining(", "))));
    }
  }

  /** The field of {@code target} that is pointed at. */
  public Field targetField() {
    return target.key().get(0);
  }
}
