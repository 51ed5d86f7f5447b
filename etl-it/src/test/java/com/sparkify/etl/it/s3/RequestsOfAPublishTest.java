package com.sparkify.etl.it.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.io.lake.parquet.ParquetTables;
import com.sparkify.etl.it.s3.proxy.Operation;
import com.sparkify.etl.it.s3.proxy.RequestProxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(S3.class)
class RequestsOfAPublishTest {
  private static final Field NAME = Field.required("name", DataTypes.StringType, "Name");
  private static final Table PLAIN = Table.of("plain", List.of(NAME), List.of(NAME));
  private static final Table OTHER = Table.of("other", List.of(NAME), List.of(NAME));

  @Test
  void aPublishedFileIsDeletedOnlyAfterThoseThatReplaceItAreThere(Bucket bucket) {
    try (RequestProxy proxy = RequestProxy.before(bucket.endpoint())) {
      SparkSession spark = S3Session.on(bucket, proxy.endpoint());
      Lake lake = ParquetTables.at(bucket.uri("lake"), spark);
      lake.publish(release(spark, "first", "a"));
      proxy.journal().taken();

      lake.publish(release(spark, "second", "b"));

      PublishOrder order = new PublishOrder(proxy.journal().exchanges(), "lake");
      assertThat(order.violations()).isEmpty();
      assertThat(order.writesToTables()).isNotEmpty();
      assertThat(proxy.journal().counts())
          .containsEntry(Operation.COMPLETE_UPLOAD, 2L)
          .doesNotContainKey(Operation.COPY);
      assertThat(bucket.keys("lake/").stream().filter(key -> key.endsWith(".parquet"))).hasSize(2);
    }
  }

  private static Release release(SparkSession spark, String run, String name) {
    return new Release(
        run,
        Instant.EPOCH,
        new Basis(Set.of(), Set.of(), "rules"),
        List.of(part(spark, PLAIN, name), part(spark, OTHER, name)));
  }

  private static Part part(SparkSession spark, Table table, String name) {
    List<Row> rows = List.of(RowFactory.create(name));
    return new Part(
        table,
        spark.createDataFrame(rows, table.schema()),
        Map.of(List.of(), 1L),
        Optional.empty());
  }
}
