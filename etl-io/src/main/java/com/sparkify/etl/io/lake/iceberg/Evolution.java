package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.lake.Release.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.ReplaceSortOrder;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdatePartitionSpec;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Brings a table that is there to another shape. Versions that are published read as before: a new
 * column is null in their rows, and a type that widens holds their values.
 */
final class Evolution {
  private final Table table;
  private final TableShape shape;

  Evolution(Table table, TableShape shape) {
    this.table = table;
    this.shape = shape;
  }

  /**
   * Does nothing if the table can be brought to the shape, to take in {@code part}.
   *
   * @throws EtlException of kind CONFIG if a column is gone or has a type that does not hold the
   *     values it had, or if partitions are to be replaced in a table that is divided otherwise
   */
  void requirePossible(Part part) {
    Schema wanted = shape.schema();
    for (NestedField stored : table.schema().columns()) {
      NestedField field = wanted.findField(stored.name());
      if (field == null) {
        throw refused(
            "has a column '%s' that its definition no longer has".formatted(stored.name()),
            "Define it again, as one that may be null");
      }
      if (!holds(stored.type(), field.type())) {
        throw refused(
            "has a column '%s' of type '%s' that its definition makes '%s'"
                .formatted(stored.name(), stored.type(), field.type()),
            "An int may become a long and a float a double; otherwise add a column of another"
                + " name");
      }
    }
    if (part.replaced().isPresent() && !isDividedAlike()) {
      throw refused(
          "is divided by %s, its definition by %s, and the release replaces partitions only"
              .formatted(table.spec(), shape.partitioning().spec(wanted)),
          "Run with --full");
    }
  }

  /** Does it, in one step; a table that is as wanted is not written to. */
  void bring() {
    Transaction transaction = table.newTransaction();
    List<Consumer<UpdateSchema>> columns = newColumns();
    if (!columns.isEmpty()) {
      UpdateSchema update = transaction.updateSchema();
      columns.forEach(change -> change.accept(update));
      update.commit();
    }
    if (!isDividedAlike()) {
      UpdatePartitionSpec update = transaction.updateSpec();
      table.spec().fields().forEach(field -> update.removeField(field.name()));
      shape.partitioning().terms().forEach(update::addField);
      update.commit();
    }
    if (!shape.order(table.schema()).sameOrder(table.sortOrder())) {
      ReplaceSortOrder update = transaction.replaceSortOrder();
      shape.table().orderedBy().forEach(field -> update.asc(field.name()));
      update.commit();
    }
    Map<String, String> properties = newProperties();
    if (!properties.isEmpty()) {
      UpdateProperties update = transaction.updateProperties();
      properties.forEach(update::set);
      update.commit();
    }
    transaction.commitTransaction();
  }

  private List<Consumer<UpdateSchema>> newColumns() {
    List<Consumer<UpdateSchema>> changes = new ArrayList<>();
    String before = "";
    for (NestedField field : shape.schema().columns()) {
      NestedField stored = table.schema().findField(field.name());
      if (stored == null) {
        changes.add(added(field, before));
      } else {
        changes.addAll(changed(stored, field));
      }
      before = field.name();
    }
    return changes;
  }

  /** Rows that are there have no value for it, so that it may be null whatever it promises. */
  private static Consumer<UpdateSchema> added(NestedField field, String before) {
    return update -> {
      update.addColumn(field.name(), field.type(), field.doc());
      if (before.isEmpty()) {
        update.moveFirst(field.name());
      } else {
        update.moveAfter(field.name(), before);
      }
    };
  }

  private static List<Consumer<UpdateSchema>> changed(NestedField stored, NestedField field) {
    String name = field.name();
    List<Consumer<UpdateSchema>> changes = new ArrayList<>();
    if (!stored.type().equals(field.type())) {
      changes.add(update -> update.updateColumn(name, field.type().asPrimitiveType()));
    }
    if (stored.isRequired() && field.isOptional()) {
      changes.add(update -> update.makeColumnOptional(name));
    }
    if (!Objects.equals(stored.doc(), field.doc())) {
      changes.add(update -> update.updateColumnDoc(name, field.doc()));
    }
    return changes;
  }

  private Map<String, String> newProperties() {
    Map<String, String> properties = new TreeMap<>(shape.properties());
    properties.remove(TableProperties.FORMAT_VERSION); // kept apart from the properties
    properties.entrySet().removeAll(table.properties().entrySet());
    return properties;
  }

  private boolean isDividedAlike() {
    List<String> names = shape.partitioning().sources();
    List<String> stored =
        table.spec().fields().stream()
            .map(field -> field.transform() + " " + table.schema().findColumnName(field.sourceId()))
            .toList();
    return stored.equals(names);
  }

  private static boolean holds(Type stored, Type wanted) {
    return stored.equals(wanted)
        || (wanted.isPrimitiveType()
            && TypeUtil.isPromotionAllowed(stored, wanted.asPrimitiveType()));
  }

  private EtlException refused(String difference, String advice) {
    return new EtlException(
        Kind.CONFIG,
        "Table '%s' %s. Nothing was published. %s, or publish into a new lake."
            .formatted(LakeTables.nameOf(table), difference, advice));
  }
}
