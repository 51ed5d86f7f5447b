package com.sparkify.etl.io.warehouse;

import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.catalog.LakeFolder;
import com.sparkify.etl.io.catalog.WarehouseDdl;
import com.sparkify.etl.io.lake.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Redshift from the published files, which hold all rules of the product. The files lack the
 * columns of their folders: year and month of a play follow from its time, and what follows from
 * nothing, such as the year of a song, has each folder copied by itself.
 *
 * @param lake on S3
 * @param tables with the layout in which they are stored
 * @param version whose folders are copied
 */
public record RedshiftFromParquet(
    String schema, LakeFolder lake, List<Table> tables, Version version, IamRole role)
    implements LoadScript {
  private static final String START_TIME = Songplays.START_TIME.name();

  public RedshiftFromParquet {
    lake = new LakeFolder(LakeFolder.onAmazon(lake.root()));
    tables = List.copyOf(tables);
  }

  @Override
  public String text() {
    WarehouseDdl ddl = WarehouseDdl.redshift(schema);
    List<String> parts = new ArrayList<>(List.of(ddl.script(StarSchema.TABLES)));
    tables.forEach(table -> parts.add(ddl.createInFileOrder(staged(table), table) + ";\n"));
    parts.add("BEGIN;\n");
    StarStatements.childrenFirst()
        .forEach(table -> parts.add("DELETE FROM %s;\n".formatted(ddl.name(table))));
    tables.forEach(table -> parts.addAll(load(table, ddl)));
    parts.add("COMMIT;\n");
    parts.add(RedshiftEnd.of(ddl));
    return String.join("\n", parts);
  }

  /** Such a table has the folders of its time, whose names are those of its parts. */
  private static boolean hasStartTime(Table table) {
    return table.fields().stream().anyMatch(field -> field.name().equals(START_TIME));
  }

  private static String staged(Table table) {
    return "published_" + table.name();
  }

  private List<String> load(Table table, WarehouseDdl ddl) {
    if (table.partitionedBy().isEmpty() || hasStartTime(table)) {
      return load(table, "", Map.of(), ddl);
    }
    List<String> parts = new ArrayList<>();
    version
        .rowsOf(table.name())
        .keySet()
        .forEach(folder -> parts.addAll(load(table, folder + "/", values(folder), ddl)));
    return parts;
  }

  /** The values by name of a folder such as {@code year=2004/artist_id=AR1}. */
  private static Map<String, String> values(String folder) {
    return Stream.of(folder.split("/"))
        .map(part -> part.split("=", 2))
        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
  }

  private List<String> load(
      Table table, String folder, Map<String, String> values, WarehouseDdl ddl) {
    String staged = ddl.named(staged(table));
    String selected =
        table.fields().stream()
            .map(field -> selected(table, field, values, ddl))
            .collect(Collectors.joining(", "));
    return List.of(
        "DELETE FROM %s;\n".formatted(staged),
        "COPY %s\nFROM '%s/%s'\n%s\nFORMAT AS PARQUET;\n"
            .formatted(
                staged, Literal.inside(lake.of(table)), Literal.inside(folder), role.clause()),
        "INSERT INTO %s (%s)\nSELECT %s\nFROM %s;\n"
            .formatted(ddl.name(table), ddl.columns(table.fields()), selected, staged));
  }

  private static String selected(
      Table table, Field field, Map<String, String> values, WarehouseDdl ddl) {
    String name = ddl.columns(List.of(field));
    if (!table.partitionedBy().contains(field)) {
      return field.type().simpleString().equals("timestamp")
          ? "%s AT TIME ZONE 'UTC'".formatted(name)
          : name;
    }
    return values.containsKey(field.name())
        ? "CAST('%s' AS %s)".formatted(Literal.inside(values.get(field.name())), ddl.type(field))
        : "CAST(extract(%s FROM %s) AS INTEGER)".formatted(field.name(), START_TIME);
  }
}
