package com.sparkify.etl.io.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.star.Users;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeFolderTest {

  @Test
  void isTheWholePathOfAFolderOfThisMachine() {
    assertThat(LakeFolder.at("./some/lake", new Configuration()).of(Users.TABLE))
        .isEqualTo("file:%s/users".formatted(Path.of("some/lake").toAbsolutePath()));
  }

  @Test
  void staysAsItIsWithASchemeAndNobodyIsAsked() {
    assertThat(LakeFolder.at("s3a://no-such-bucket/lake/", new Configuration()).root())
        .isEqualTo("s3a://no-such-bucket/lake");
  }

  @ParameterizedTest
  @CsvSource({
    "s3a://b/lake, s3://b/lake, true",
    "s3://b/lake/, s3a://b/lake, true",
    "file:/data/lake, file:///data/lake/, true",
    "s3a://b/lake, s3a://c/lake, false",
    "s3a://b/lake, s3a://b/lake2, false",
    "file:/data/lake, hdfs:/data/lake, false"
  })
  void knowsAPlaceByItsOtherNames(String one, String other, boolean same) {
    assertThat(LakeFolder.isSame(one, other)).isEqualTo(same);
  }
}
