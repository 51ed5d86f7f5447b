package com.sparkify.etl.io.lake.iceberg;

import com.sparkify.etl.io.fixture.Spark;
import com.sparkify.etl.io.lake.Lake;
import com.sparkify.etl.io.lake.LakeContract;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class IcebergLakeTest extends LakeContract {
  private static final IcebergCatalog CATALOG =
      new IcebergCatalog(IcebergCatalog.Type.HADOOP, "sparkify", Map.of());

  IcebergLakeTest(@TempDir Path folder) {
    super(folder.toString(), IcebergLakeTest::lakeAt);
  }

  private static Lake lakeAt(String root) {
    return IcebergTables.at(
        root, CATALOG, Spark.session().sparkContext().hadoopConfiguration(), Spark::session);
  }
}
