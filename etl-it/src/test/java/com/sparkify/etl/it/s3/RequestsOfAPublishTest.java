package com.sparkify.etl.it.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import com.sparkify.etl.io.lake.Basis;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.Release;
import com.sparkify.etl.io.lake.Release.Part;
import com.sparkify.etl.io.lake.parquet.ParquetTables;
import com.sparkify.etl.it.s3.proxy.Exchange;
import com.sparkify.etl.it.s3.proxy.Operation;
import com.sparkify.etl.it.s3.proxy.RequestProxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(S3.class)
class RequestsOfAPublishTest {
  private static final Field NAME = Field.required("name", DataTypes.StringType, "Name");
  private static final Table DIMENSION = Table.of("dimension", List.of(NAME), List.of(NAME));
  private static final Table FACT = Table.of("fact", List.of(NAME), List.of(NAME));

  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void stopThreads() {
    threads.shutdown();
  }

  @Test
  void aPublishedFileIsDeletedOnlyAfterThoseThatReplaceItAreThere(Bucket bucket) {
    try (RequestProxy proxy = RequestProxy.before(bucket.endpoint())) {
      SparkSession spark = S3Session.on(bucket, proxy.endpoint());
      Lake lake = ParquetTables.at(bucket.uri("lake"), spark);
      lake.publish(release(spark, "first", "a"), threads);
      proxy.journal().taken();

      lake.publish(release(spark, "second", "b"), threads);

      PublishOrder order = new PublishOrder(proxy.journal().exchanges(), "lake");
      assertThat(order.violations()).isEmpty();
      assertThat(order.writesToTables()).isNotEmpty();
      assertThat(proxy.journal().counts())
          .containsEntry(Operation.COMPLETE_UPLOAD, 2L)
          .doesNotContainKey(Operation.COPY);
      assertThat(bucket.keys("lake/").stream().filter(key -> key.endsWith(".parquet"))).hasSize(2);
    }
  }

  @Test
  void aFactAppearsAfterTheDimensionsThatItPointsAt(Bucket bucket) {
    try (RequestProxy proxy = RequestProxy.before(bucket.endpoint())) {
      SparkSession spark = S3Session.on(bucket, proxy.endpoint());

      ParquetTables.at(bucket.uri("lake"), spark).publish(release(spark, "first", "a"), threads);

      assertThat(proxy.journal().exchanges())
          .filteredOn(exchange -> exchange.operation() == Operation.COMPLETE_UPLOAD)
          .flatExtracting(Exchange::keys)
          .satisfiesExactly(
              key -> assertThat(key).startsWith("lake/dimension/"),
              key -> assertThat(key).startsWith("lake/fact/"));
    }
  }

  @Test
  void noFileAppearsBeforeTheAudit(Bucket bucket) {
    SparkSession spark = S3Session.on(bucket, bucket.endpoint());
    Lake lake = ParquetTables.at(bucket.uri("lake"), spark);
    lake.publish(release(spark, "first", "a"), threads);
    List<String> before = data(bucket);
    List<List<String>> seen = new ArrayList<>();
    Runnable audit = () -> seen.add(data(bucket));

    lake.publish(release(spark, "second", "b", audit), threads);

    assertThat(seen).containsExactly(before);
    assertThat(data(bucket)).hasSize(2).doesNotContainAnyElementsOf(before);
  }

  @Test
  void whatFailsTheAuditLeavesNothing(Bucket bucket) {
    SparkSession spark = S3Session.on(bucket, bucket.endpoint());
    Lake lake = ParquetTables.at(bucket.uri("lake"), spark);
    lake.publish(release(spark, "first", "a"), threads);
    List<String> before = bucket.keys("lake/");
    Runnable audit =
        () -> {
          throw new IllegalStateException("a promise is broken");
        };

    assertThatThrownBy(() -> lake.publish(release(spark, "second", "b", audit), threads))
        .hasMessage("a promise is broken");

    assertThat(bucket.keys("lake/")).containsExactlyElementsOf(before);
    assertThat(lake.recover()).isEmpty();
  }

  private static List<String> data(Bucket bucket) {
    return bucket.keys("lake/").stream().filter(key -> key.endsWith(".parquet")).toList();
  }

  private static Release release(SparkSession spark, String run, String name) {
    return release(spark, run, name, () -> {});
  }

  private static Release release(SparkSession spark, String run, String name, Runnable audit) {
    return new Release(
        run,
        Instant.EPOCH,
        new Basis(Set.of(), Set.of(), "rules"),
        List.of(part(spark, DIMENSION, name), part(spark, FACT, name)),
        audit);
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
