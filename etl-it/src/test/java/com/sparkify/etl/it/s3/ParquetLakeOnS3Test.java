package com.sparkify.etl.it.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.io.lake.LakeContract;
import com.sparkify.etl.io.lake.parquet.ParquetTables;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(S3.class)
class ParquetLakeOnS3Test extends LakeContract {
  private final Bucket bucket;

  ParquetLakeOnS3Test(Bucket bucket) {
    super(bucket.uri("lake"), root -> ParquetTables.at(root, S3Session.on(bucket)));
    this.bucket = bucket;
  }

  /** The object of the table's own folder says that there is the table, if it has no rows too. */
  @Test
  void leavesNothingButTheTablesTheirFilesAndTheVersion() {
    publish(monthly(all(), RowFactory.create(2018, "a", 10), RowFactory.create(2018, "b", 11)));
    publish(monthly(only(2018, 11), RowFactory.create(2018, "c", 11)));

    assertThat(bucket.keys(""))
        .satisfiesExactly(
            key -> assertThat(key).isEqualTo("lake/_sparkify/version.json"),
            key -> assertThat(key).isEqualTo("lake/monthly/"),
            key -> assertThat(key).matches("lake/monthly/year=2018/month=10/.*\\.parquet"),
            key -> assertThat(key).matches("lake/monthly/year=2018/month=11/.*\\.parquet"));
    assertThat(bucket.openUploads()).isEmpty();
  }
}
