package com.sparkify.etl.it.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.catalog.AthenaDdl;
import com.sparkify.etl.io.catalog.Ddl;
import com.sparkify.etl.io.catalog.LakeFolder;
import com.sparkify.etl.io.catalog.SparkDdl;
import com.sparkify.etl.io.catalog.SpectrumDdl;
import com.sparkify.etl.io.catalog.WarehouseDdl;
import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify;
import com.sparkify.etl.it.catalog.DeclaredColumns.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engines are told of the tables is what the files of a real run hold. */
class FootersTest {
  private static final LakeFolder ON_S3 = new LakeFolder("s3a://bucket/lake");
  private static final Map<String, Ddl> ENGINES =
      Map.of(
          "spark", new SparkDdl("sparkify", ON_S3),
          "athena", new AthenaDdl("sparkify", ON_S3, Optional.empty()),
          "spectrum", new SpectrumDdl("sparkify_lake", "sparkify", ON_S3),
          "redshift", WarehouseDdl.redshift("sparkify"),
          "postgres", WarehouseDdl.postgres("sparkify"));

  private static Path lake = Path.of("");

  @BeforeAll
  static void runOnTheSample(@TempDir Path folder) {
    lake = folder.resolve("lake");
    Path sample = Sparkify.project().resolve("etl-runner/sample");
    Program.inThisJvm(Spark.session())
        .run(
            List.of(
                "run",
                "--songs=" + sample.resolve("song_data"),
                "--events=" + sample.resolve("log_data"),
                "--lake=" + lake))
        .ok();
  }

  @ParameterizedTest
  @CsvSource({
    "spark, folders are told",
    "athena, folders are told",
    "spectrum, folders are told",
    "redshift, all are columns",
    "postgres, all are columns"
  })
  void declaresTheColumnsOfTheFilesInTheirOrder(String engine, String partitions)
      throws IOException {
    String script = requireNonNull(ENGINES.get(engine)).script(StarSchema.TABLES);

    for (Table table : StarSchema.TABLES) {
      List<String> folders = table.partitionedBy().stream().map(Field::name).toList();
      DeclaredColumns declared = DeclaredColumns.in(script, table.name(), folders);
      for (Path file : files(table)) {
        assertThat(declared.differencesFrom(footer(file))).as("%s: %s", engine, file).isEmpty();
        assertThat(foldersOf(table, file)).isEqualTo(folders);
      }
      assertThat(DeclaredColumns.foldersIn(script, table.name()))
          .as("%s: %s", engine, table.name())
          .isEqualTo(partitions.startsWith("folders") ? folders : List.of());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "optional int64 id; optional int64 at (TIMESTAMP(MICROS,true)) | ",
        "optional int64 id; optional int96 at | at is an INT96, which has no zone",
        "optional int64 id; optional int64 at (TIMESTAMP(MICROS,false)) | at is a time without zone",
        "optional int64 at (TIMESTAMP(MICROS,true)); optional int64 id | declared are [id, at], the file has [at, id]",
        "optional int64 id; optional int64 when (TIMESTAMP(MICROS,true)) | declared are [id, at], the file has [id, when]",
        "optional int32 id; optional int64 at (TIMESTAMP(MICROS,true)) | id is declared as BIGINT, the file has INT",
        "optional int64 id; optional int64 at | at is declared as TIMESTAMP, the file has LONG",
        "optional int64 id | declared are [id, at], the file has [id]"
      })
  void findsAFileThatIsOtherwise(String columns, String difference) {
    DeclaredColumns declared =
        new DeclaredColumns(List.of(new Column("id", "BIGINT"), new Column("at", "TIMESTAMP")));
    MessageType doctored =
        MessageTypeParser.parseMessageType("message m { %s; }".formatted(columns));

    assertThat(declared.differencesFrom(doctored))
        .isEqualTo(difference == null ? List.of() : List.of(difference));
  }

  @Test
  void readsBackWhatAScriptDeclares() {
    String script =
        "CREATE TABLE `d`.`t` (\n  `a` BIGINT COMMENT 'x, (y)',\n  `b` INT COMMENT 'z'\n)\nPARTITIONED BY (`b`);\n\n";

    assertThat(DeclaredColumns.in(script, "t", List.of("b")).columns())
        .containsExactly(new Column("a", "BIGINT"));
    assertThat(DeclaredColumns.foldersIn(script, "t")).containsExactly("b");
  }

  private static List<Path> files(Table table) throws IOException {
    try (Stream<Path> files = Files.walk(lake.resolve(table.name()))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".parquet")).toList();
      assertThat(found).as(table.name()).isNotEmpty();
      return found;
    }
  }

  /** The names of the folders between the table's and the file. */
  private static List<String> foldersOf(Table table, Path file) {
    Path folders = lake.resolve(table.name()).relativize(file.resolveSibling("")).normalize();
    return Stream.of(folders.toString().split("/", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> folder.replaceFirst("=.*", ""))
        .toList();
  }

  private static MessageType footer(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
      return reader.getFileMetaData().getSchema();
    }
  }
}
