package com.sparkify.etl.io.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.core.EtlException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are those of S3A 3.4.1 and 3.3.4. */
class StorageTroubleTest {

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "s3a://raw/x: NoAuthWithAWSException: No AWS Credentials provided by DefaultCredentialsProvider"
            + " | the AWS provider chain holds no credentials",
        "s3a://raw/x: org.apache.hadoop.fs.s3a.auth.NoAuthWithAWSException: com.amazonaws.SdkClientException:"
            + " Unable to load AWS credentials from any provider in the chain"
            + " | the AWS provider chain holds no credentials",
        "`s3a://nolake/x/y': listObjects() on s3a://nolake/x/y: software.amazon.awssdk.services.s3.model."
            + "NoSuchBucketException: The specified bucket does not exist (Service: S3, Status Code: 404)"
            + " | there is no bucket 'nolake'",
        "s3a://raw/x: listObjects() on s3a://raw/x: S3Exception: Forbidden (Service: S3, Status Code: 403,"
            + " Request ID: 1):InvalidAccessKeyId"
            + " | the server refuses the credentials (InvalidAccessKeyId)",
        "s3a://raw/x: getFileStatus: com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied"
            + " (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied)"
            + " | access is denied",
        "listObjects() on s3a://raw/x: SdkClientException: Unable to execute HTTP request: Connect to"
            + " 127.0.0.1:9 [/127.0.0.1] failed: Connection refused"
            + " | the server does not answer (127.0.0.1:9)",
        "listObjects() on s3a://raw/x: SdkClientException: Unable to execute HTTP request: Connect to"
            + " nowhere.example:443 [nowhere.example/10.0.0.1] failed: connect timed out"
            + " | the server does not answer (nowhere.example:443)",
        "Job aborted due to stage failure: Lost task 0.0: org.apache.hadoop.fs.s3a."
            + "AWSServiceThrottledException: PUT 0-byte object on lake/x: S3Exception: Please reduce your"
            + " request rate. (Service: S3, Status Code: 503, Request ID: 1):SlowDown"
            + " | the server is too busy",
        "org.apache.hadoop.fs.s3a.AWSStatus500Exception: getFileStatus on s3a://raw/x: S3Exception: We"
            + " encountered an internal error. (Service: S3, Status Code: 500, Request ID: 1):InternalError"
            + " | the server has an error of its own",
        "getFileStatus on s3a://raw/x: SdkClientException: Unable to execute HTTP request: Connection reset"
            + " | the connection to the server was lost",
        "java.sql.SQLException: Failed to start database 'c/metastore': ERROR XSDB6: Another instance of Derby"
            + " may have already booted the database c/metastore."
            + " | another process has the catalog open, and Derby lets in one at a time",
        "s3a://raw/x: NoHttpResponseException: The target server failed to respond"
            + " | the connection to the server was lost"
      })
  void tellsWhatTheTextStandsFor(String text, String reason) {
    assertThat(StorageTrouble.of(new IOException(text)).reason()).isEqualTo(reason);
  }

  @Test
  void looksAtCauses() {
    assertThat(
            StorageTrouble.of(new IOException("x", new ConnectException("Connection refused")))
                .reason())
        .isEqualTo("the server does not answer");
    assertThat(StorageTrouble.of(new AccessDeniedException("/lake/x")).reason())
        .isEqualTo("access is denied");
  }

  @Test
  void keepsTheWordsOfWhatItDoesNotKnow() {
    assertThat(StorageTrouble.of(new IOException("No space left on device\nmore")).reason())
        .isEqualTo("IOException: No space left on device");
    assertThat(StorageTrouble.known(new IOException("No space left on device"))).isEmpty();
  }

  @Test
  void saysWhatWasTriedWhatWentWrongAndWhatToDo() {
    assertThat(
            StorageTrouble.failure(
                "list the files of songs below 's3a://raw/x'", new AccessDeniedException("x")))
        .hasMessage(
            "Could not list the files of songs below 's3a://raw/x': access is denied. Check the role"
                + " or profile, and what it may do there.")
        .extracting("kind")
        .isEqualTo(Kind.STORAGE);
  }
}
