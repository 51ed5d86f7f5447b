package com.sparkify.etl.it.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

@ExtendWith(S3.class)
class S3Test {
  @Test
  void handsATestABucketOfItsOwn(Bucket bucket, Bucket other) {
    bucket.put("a/1", "one");
    bucket.put("a/2", "two");
    bucket.put("b", "");

    assertThat(bucket.keys("a/")).containsExactly("a/1", "a/2");
    assertThat(bucket.text("a/2")).isEqualTo("two");
    assertThat(other.keys("")).isEmpty();

    bucket.delete("a/1");
    assertThat(bucket.keys("")).containsExactly("a/2", "b");
  }

  @Test
  void copiesFoldersInAndOut(Bucket bucket, @TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("in/year=2018"));
    Files.writeString(folder.resolve("in/year=2018/a b"), "é");

    bucket.putFolder("to", folder.resolve("in"));
    bucket.copyFolder("to", folder.resolve("out"));

    assertThat(bucket.keys("")).containsExactly("to/year=2018/a b");
    assertThat(folder.resolve("out/year=2018/a b")).hasContent("é");
  }

  @Test
  void refusesStrangers(Bucket bucket) {
    assumeTrue(bucket.refusesStrangers(), "skipped: this server looks at no signature");

    assertThatThrownBy(() -> bucket.asStranger().keys(""))
        .isInstanceOfSatisfying(
            S3Exception.class, refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
  }
}
