package com.sparkify.etl.it.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 bucket that one test has for itself. */
public final class Bucket {
  static final AwsCredentials STRANGER =
      AwsBasicCredentials.create(S3Server.OWNER.accessKeyId(), "a-secret-of-a-stranger");

  private final S3Server server;
  private final S3Client client;
  private final String name;

  private Bucket(S3Server server, S3Client client, String name) {
    this.server = server;
    this.client = client;
    this.name = name;
  }

  static Bucket createdOn(S3Server server) {
    S3Client client = client(server, server.credentials());
    String name = "sparkify-it-" + UUID.randomUUID();
    client.createBucket(request -> request.bucket(name));
    return new Bucket(server, client, name);
  }

  /** The same bucket, asked by someone whom the server does not know. */
  Bucket asStranger() {
    return new Bucket(server, client(server, STRANGER), name);
  }

  private static S3Client client(S3Server server, AwsCredentials credentials) {
    return S3Client.builder()
        .endpointOverride(server.endpoint())
        .region(Region.of(server.region()))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .forcePathStyle(true)
        .build();
  }

  public String name() {
    return name;
  }

  /** Where {@code key} is for whoever asks Hadoop: {@code s3a://bucket/key}. */
  public String uri(String key) {
    return "s3a://%s/%s".formatted(name, key);
  }

  public URI endpoint() {
    return server.endpoint();
  }

  public String region() {
    return server.region();
  }

  public AwsCredentials credentials() {
    return server.credentials();
  }

  public boolean refusesStrangers() {
    return server.refusesStrangers();
  }

  /** What a process needs in its environment to be the bucket's owner. */
  public Map<String, String> variables() {
    return variables(server.credentials());
  }

  /** What a process has in its environment that is somebody whom the server does not know. */
  public Map<String, String> variablesOfAStranger() {
    return variables(STRANGER);
  }

  private static Map<String, String> variables(AwsCredentials credentials) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
    if (credentials instanceof AwsSessionCredentials session) {
      variables.put("AWS_SESSION_TOKEN", session.sessionToken());
    }
    return variables;
  }

  public void put(String key, String content) {
    client.putObject(request -> request.bucket(name).key(key), RequestBody.fromString(content));
  }

  public void putFile(String key, Path file) {
    client.putObject(request -> request.bucket(name).key(key), file);
  }

  /**
   * Puts each file below {@code folder} at its path relative to it, below {@code prefix} if any.
   */
  public void putFolder(String prefix, Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> putFile(below(prefix) + folder.relativize(file), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text(String key) {
    return client.getObjectAsBytes(request -> request.bucket(name).key(key)).asUtf8String();
  }

  public Instant modified(String key) {
    return client.headObject(request -> request.bucket(name).key(key)).lastModified();
  }

  /** The keys that begin with {@code prefix}, in order. */
  public List<String> keys(String prefix) {
    return client
        .listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  /** Writes each object below {@code prefix} to its file below {@code folder}. */
  public void copyFolder(String prefix, Path folder) {
    for (String key : keys(below(prefix))) {
      Path file = folder.resolve(key.substring(below(prefix).length()));
      try {
        Files.createDirectories(file.resolve("..").normalize());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (!key.endsWith("/")) {
        client.getObject(request -> request.bucket(name).key(key), file);
      }
    }
  }

  private static String below(String prefix) {
    return prefix.isEmpty() ? "" : prefix + "/";
  }

  public void delete(String key) {
    client.deleteObject(request -> request.bucket(name).key(key));
  }

  /** Uploads in parts that were begun and neither completed nor given up, by key. */
  public List<String> openUploads() {
    return client.listMultipartUploadsPaginator(request -> request.bucket(name)).uploads().stream()
        .map(upload -> upload.key())
        .toList();
  }

  /** Begins an upload in parts, which nobody will complete. */
  public void beginUpload(String key) {
    client.createMultipartUpload(request -> request.bucket(name).key(key));
  }

  public void abortUploads() {
    client
        .listMultipartUploadsPaginator(request -> request.bucket(name))
        .uploads()
        .forEach(
            upload ->
                client.abortMultipartUpload(
                    request -> request.bucket(name).key(upload.key()).uploadId(upload.uploadId())));
  }

  void remove() {
    abortUploads();
    keys("").forEach(this::delete);
    try (client) {
      client.deleteBucket(request -> request.bucket(name));
    } catch (S3Exception notEmpty) {
      System.out.printf("bucket %s is left behind: %s%n", name, notEmpty.getMessage());
    }
  }
}
