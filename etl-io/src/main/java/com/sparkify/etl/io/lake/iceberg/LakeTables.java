package com.sparkify.etl.io.lake.iceberg;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;

/** The lake's tables in their catalog. Each look-up gives a table as it is at that moment. */
final class LakeTables {
  private final Map<String, String> properties;
  private final Namespace namespace;
  private final Catalog catalog;

  private LakeTables(Map<String, String> properties, Namespace namespace, Configuration conf) {
    this.properties = properties;
    this.namespace = namespace;
    this.catalog = CatalogUtil.buildIcebergCatalog(name(properties), properties, conf);
  }

  /** Those of the lake at {@code root}; opens the catalog. */
  static LakeTables of(Path root, IcebergCatalog catalog, Configuration conf) throws IOException {
    String warehouse = root.getFileSystem(conf).makeQualified(root).toString();
    return new LakeTables(
        catalog.propertiesAt(warehouse), Namespace.of(catalog.namespace().split("\\.", -1)), conf);
  }

  /** One catalog has one name, in every process. */
  private static String name(Map<String, String> properties) {
    UUID digest = UUID.nameUUIDFromBytes(properties.toString().getBytes(UTF_8));
    return "lake_" + digest.toString().replace('-', '_');
  }

  /** The name of the catalog. */
  String catalogName() {
    return name(properties);
  }

  /** What Iceberg is told to open the catalog. */
  Map<String, String> properties() {
    return properties;
  }

  Namespace namespace() {
    return namespace;
  }

  /** The name of {@code table} without those of its catalog and namespace. */
  static String nameOf(Table table) {
    return table.name().substring(table.name().lastIndexOf('.') + 1);
  }

  /** The tables that the catalog has, published or not. */
  List<Table> all() {
    return names().stream().flatMap(name -> find(name).stream()).toList();
  }

  /**
   * The names of the tables that the catalog has, also of one that was cut off when it was made.
   */
  List<String> names() {
    try {
      return catalog.listTables(namespace).stream().map(TableIdentifier::name).sorted().toList();
    } catch (NoSuchNamespaceException nothingYet) {
      return List.of();
    }
  }

  /** Table {@code name}; empty if there is none, or it was cut off when it was made. */
  Optional<Table> find(String name) {
    try {
      return Optional.of(catalog.loadTable(identifier(name)));
    } catch (NoSuchTableException absent) {
      return Optional.empty();
    }
  }

  /** The table {@code name}, which a version of the lake has. */
  Table get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new EtlException(
                    Kind.STORAGE,
                    ("The catalog has no table '%s' any more, which the lake's versions name. Bring"
                            + " it back, or run into a new lake.")
                        .formatted(identifier(name))));
  }

  /** Makes a table that has no rows and no version. */
  Table create(String name, TableShape shape) {
    if (catalog instanceof SupportsNamespaces namespaces
        && !namespaces.namespaceExists(namespace)) {
      namespaces.createNamespace(namespace);
    }
    return catalog
        .buildTable(identifier(name), shape.schema())
        .withPartitionSpec(shape.partitioning().spec(shape.schema()))
        .withSortOrder(shape.order(shape.schema()))
        .withProperties(shape.properties())
        .create();
  }

  private TableIdentifier identifier(String name) {
    return TableIdentifier.of(namespace, name);
  }
}
