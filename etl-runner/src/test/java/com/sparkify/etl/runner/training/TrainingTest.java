package com.sparkify.etl.runner.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingTest {

  @BeforeEach
  void haveCredentials() {
    System.setProperty("aws.accessKeyId", "training");
    System.setProperty("aws.secretAccessKey", "training");
  }

  @AfterEach
  void loseCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void thePracticeWithS3Succeeds() throws IOException {
    try (TrainingStore store = TrainingStore.started()) {
      Configuration conf = Training.configuration(store.endpoint());

      assertThat(conf.get("fs.s3a.committer.name")).isEqualTo("magic");
      assertThatCode(() -> Training.useStorage(conf)).doesNotThrowAnyException();
    }
  }
}
