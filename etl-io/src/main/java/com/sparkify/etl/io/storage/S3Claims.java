package com.sparkify.etl.io.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Claims on S3, by writes with a condition. Needs Hadoop 3.4, whose S3A shares its client.
 *
 * <p>What a server cannot do just now is asked again, as S3A does. The server may have done it the
 * first time and only its answer was lost; then the write with a condition meets with what it wrote
 * itself, so the content of what is there decides whose claim it is.
 */
final class S3Claims implements Claims {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(500), Duration.ofSeconds(1));
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;

  /** Claims with the client of {@code files}, and so with its server and credentials. */
  private S3Claims(S3AFileSystem files) throws IOException {
    this.s3 = files.getS3AInternals().getAmazonS3Client("claims");
  }

  /** Claims in {@code files}: by the client of S3A; another connector of S3 has none to share. */
  static Claims with(FileSystem files) throws IOException {
    return files instanceof S3AFileSystem s3a ? new S3Claims(s3a) : new HadoopClaims(files);
  }

  @Override
  public boolean create(Path path, byte[] content) throws IOException {
    return asked(path, () -> put(request(path).ifNoneMatch("*").build(), content))
        || holds(path, content);
  }

  @Override
  public void overwrite(Path path, byte[] content) throws IOException {
    asked(path, () -> put(request(path).build(), content));
  }

  @Override
  public Optional<byte[]> read(Path path) throws IOException {
    return asked(path, () -> get(path).map(ResponseBytes::asByteArray));
  }

  @Override
  public void release(Path path, byte[] expected) throws IOException {
    if (holds(path, expected)) {
      asked(path, () -> s3.deleteObject(request -> request.bucket(bucket(path)).key(key(path))));
    }
  }

  private boolean holds(Path path, byte[] content) throws IOException {
    Optional<byte[]> found = read(path);
    return found.isPresent() && Arrays.equals(found.orElseThrow(), content);
  }

  private static <T> T asked(Path path, Supplier<T> question) throws IOException {
    for (Duration pause : PAUSES) {
      try {
        return question.get();
      } catch (SdkException e) {
        if (!mayPass(e) || isInterruptedDuring(pause)) {
          throw failure(path, e);
        }
      }
    }
    try {
      return question.get();
    } catch (SdkException e) {
      throw failure(path, e);
    }
  }

  /** Whether the server, or the way to it, may be better in a moment. */
  private static boolean mayPass(SdkException e) {
    return !(e instanceof AwsServiceException answer)
        || answer.statusCode() >= SERVER_ERROR
        || answer.statusCode() == TOO_MANY_REQUESTS;
  }

  private static boolean isInterruptedDuring(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static IOException failure(Path path, SdkException e) {
    if (e instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
      String code = answer.awsErrorDetails().errorCode();
      return new IOException("%s: %s: %s".formatted(path, code, e.getMessage()), e);
    }
    return new IOException("%s: %s".formatted(path, e.getMessage()), e);
  }

  private boolean put(PutObjectRequest request, byte[] content) {
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

  private Optional<ResponseBytes<GetObjectResponse>> get(Path path) {
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
