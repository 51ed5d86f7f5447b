package com.sparkify.etl.io.storage;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Claims on S3, by writes with a condition. */
final class S3Claims implements Claims {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final Configuration conf;

  S3Claims(Configuration conf) {
    this.conf = conf;
  }

  @Override
  public boolean create(Path path, byte[] content) throws IOException {
    return asked(s3 -> put(s3, request(path).ifNoneMatch("*").build(), content));
  }

  @Override
  public boolean replace(Path path, byte[] expected, byte[] content) throws IOException {
    return asked(
        s3 ->
            get(s3, path)
                .filter(found -> Arrays.equals(found.asByteArrayUnsafe(), expected))
                .map(found -> found.response().eTag())
                .map(tag -> put(s3, request(path).ifMatch(tag).build(), content))
                .orElse(false));
  }

  @Override
  public Optional<byte[]> read(Path path) throws IOException {
    return asked(s3 -> get(s3, path).map(ResponseBytes::asByteArray));
  }

  @Override
  public void release(Path path, byte[] expected) throws IOException {
    Optional<byte[]> found = read(path);
    if (found.isPresent() && Arrays.equals(found.orElseThrow(), expected)) {
      asked(s3 -> s3.deleteObject(request -> request.bucket(bucket(path)).key(key(path))));
    }
  }

  private <T> T asked(Function<S3Client, T> question) throws IOException {
    try (S3Client s3 = S3Clients.s3(conf)) {
      return question.apply(s3);
    } catch (SdkException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static boolean put(S3Client s3, PutObjectRequest request, byte[] content) {
    try {
      s3.putObject(request, RequestBody.fromBytes(content));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private static Optional<ResponseBytes<GetObjectResponse>> get(S3Client s3, Path path) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(request -> request.bucket(bucket(path)).key(key(path))));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static PutObjectRequest.Builder request(Path path) {
    return PutObjectRequest.builder().bucket(bucket(path)).key(key(path));
  }

  private static String bucket(Path path) {
    return path.toUri().getAuthority();
  }

  private static String key(Path path) {
    return path.toUri().getPath().substring(1);
  }
}
