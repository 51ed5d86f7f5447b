package com.sparkify.etl.it.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.star.StarSchema;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.it.DuckDb;
import com.sparkify.etl.it.Program;
import com.sparkify.etl.it.Sparkify.Ended;
import com.sparkify.etl.it.iceberg.Listening;
import com.sparkify.etl.it.iceberg.SampleInParquet;
import com.sparkify.etl.it.iceberg.TaggedVersion;
import com.sparkify.etl.it.s3.proxy.Exchange;
import com.sparkify.etl.it.s3.proxy.RequestProxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job on the shipped sample in a bucket, into tables of Iceberg whose catalog is in the
 * lake: a run, and one with nothing new; then programs without Spark read what it published.
 */
@ExtendWith(S3.class)
@TestInstance(Lifecycle.PER_CLASS)
class IcebergJobOnS3Test {
  private static final String OWN = SparkifyOnS3.LAKE + "/_sparkify/";

  private final RequestProxy proxy;
  private final Ended first;
  private final Ended second;
  private final List<Exchange> ofTheSecond;
  private final TaggedVersion version;
  private final DuckDb files;

  IcebergJobOnS3Test(Bucket bucket, @TempDir Path folder) {
    bucket.putFolder("", SampleInParquet.SOURCES);
    proxy = RequestProxy.before(bucket.endpoint());
    SparkSession spark = S3Session.on(bucket, proxy.endpoint());
    Program program = Program.inThisJvm(spark);
    List<String> arguments =
        new ArrayList<>(SparkifyOnS3.ownerOf(bucket).at(proxy.endpoint()).runArguments());
    arguments.add("--set=sparkify.lake.format=iceberg");
    first = program.run(arguments);
    proxy.journal().taken();
    second = program.run(arguments);
    ofTheSecond = proxy.journal().taken();
    version =
        TaggedVersion.newest(
            bucket.uri(SparkifyOnS3.LAKE), spark.sparkContext().hadoopConfiguration());
    Path copy = folder.resolve("lake");
    bucket.copyFolder(SparkifyOnS3.LAKE, copy);
    files = version.inDuckDb(copy);
  }

  @AfterAll
  void close() {
    proxy.close();
  }

  @Test
  void publishesAndThenFindsNothingNew() {
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("run: published to s3a://");
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).contains("run: nothing new");
    assertThat(version.remains()).isEmpty();
  }

  @Test
  void theFilesOfTheVersionHoldTheRowsOfALakeInParquet() throws SQLException {
    assertThat(SampleInParquet.differencesTo(files)).isEmpty();
  }

  /** The library of Iceberg counts and joins as DuckDB does in the other lake. */
  @Test
  void aReaderOfIcebergCountsAndJoinsTheSame() {
    DuckDb expected = SampleInParquet.tables();
    for (Table table : StarSchema.TABLES) {
      assertThat(version.rows(table))
          .as(table.name())
          .hasSize(Integer.parseInt(expected.value("SELECT count(*) FROM " + table.name())));
    }
    String joined =
        "SELECT count(*) FROM songplays FULL JOIN users USING (user_id) FULL JOIN songs USING (song_id)";
    assertThat(Listening.in(version)).hasSize(Integer.parseInt(expected.value(joined)));
  }

  @Test
  void aRunWithNothingNewWritesItsReportOnly() {
    assertThat(ofTheSecond)
        .filteredOn(exchange -> exchange.operation().writes())
        .isNotEmpty()
        .flatExtracting(Exchange::keys)
        .allSatisfy(key -> assertThat(key).startsWith(OWN).matches(".*/(lock.*|runs/.*)"));
  }
}
