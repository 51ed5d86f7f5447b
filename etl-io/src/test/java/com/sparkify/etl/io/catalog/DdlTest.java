package com.sparkify.etl.io.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.EtlException;
import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.fixture.ReadScript;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts for each engine as they were read and found right; Athena and Redshift are not here
 * to run them. A script that changes is written to {@code target/scripts}, to be read again.
 */
class DdlTest {
  private static final LakeFolder LAKE = new LakeFolder("s3a://bucket/lake");

  @ParameterizedTest
  @ValueSource(
      strings = {"spark", "athena", "athena-projection", "redshift", "spectrum", "postgres"})
  void isAsItWasReadAndFoundRight(String name) throws IOException {
    ReadScript.requireSame(
        "ddl-%s.sql".formatted(name),
        ddl(name).script(StarSchema.TABLES),
        ReadScript.text("catalog/%s.sql".formatted(name)));
  }

  private static Ddl ddl(String name) {
    return switch (name) {
      case "spark" -> new SparkDdl("sparkify", LAKE);
      case "athena" -> new AthenaDdl("sparkify", LAKE, Optional.empty());
      case "athena-projection" ->
          new AthenaDdl("sparkify", LAKE, Optional.of(new YearRange(2018, 2030)));
      case "redshift" -> WarehouseDdl.redshift("sparkify");
      case "spectrum" -> new SpectrumDdl("sparkify_lake", "sparkify", LAKE);
      case "postgres" -> WarehouseDdl.postgres("sparkify");
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Test
  void foldersThatAreNotMonthsAreToldAthenaThoughMonthsAreProjected() {
    Table byArtist = Songs.TABLE.partitionedBy(Songs.YEAR, Songs.ARTIST_ID);

    assertThat(
            new AthenaDdl("sparkify", LAKE, Optional.of(new YearRange(2018, 2030)))
                .script(List.of(byArtist)))
        .contains("MSCK REPAIR TABLE `sparkify`.`songs`")
        .contains("PARTITIONED BY (\n  `year` int", "  `artist_id` string")
        .doesNotContain("projection");
  }

  @Test
  void aLakeOnADiskIsNoneOfAmazons() {
    LakeFolder onDisk = new LakeFolder("file:/data/lake");

    assertThatThrownBy(() -> new AthenaDdl("sparkify", onDisk, Optional.empty()))
        .isInstanceOf(EtlException.class)
        .hasMessageContaining("'file:/data/lake' is not on S3");
    assertThatThrownBy(() -> new SpectrumDdl("lake", "sparkify", onDisk))
        .isInstanceOf(EtlException.class);
  }

  @Test
  void yearsGoForward() {
    assertThatThrownBy(() -> new YearRange(2030, 2018))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2030 comes after 2018");
  }
}
