package com.sparkify.etl.it.s3;

import com.sparkify.etl.it.Sparkify;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * S3Proxy in this JVM, with objects in memory. Its class loader knows nothing of the tests' class
 * path, since its AWS SDK is another one than Spark's.
 */
final class EmbeddedS3 implements S3Server {
  private static final Path CLASS_PATH =
      Sparkify.project().resolve("etl-it/class-paths/s3proxy/target/class-path");

  private final URLClassLoader classes;
  private final Object server;
  private final URI endpoint;

  private EmbeddedS3(URLClassLoader classes, Object server) throws ReflectiveOperationException {
    this.classes = classes;
    this.server = server;
    this.endpoint = (URI) call(server, "getUri");
  }

  static EmbeddedS3 started() {
    URLClassLoader classes =
        new URLClassLoader("s3proxy", jars(), ClassLoader.getPlatformClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classes);
    try {
      return started(classes);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("S3Proxy does not start", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public String name() {
    return "embedded S3Proxy";
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public String region() {
    return "us-east-1";
  }

  @Override
  public AwsCredentials credentials() {
    return OWNER;
  }

  @Override
  public boolean refusesStrangers() {
    return true;
  }

  @Override
  public void close() {
    try (classes) {
      call(server, "afterEach");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("S3Proxy does not stop", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedS3 started(URLClassLoader classes) throws ReflectiveOperationException {
    Class<?> type = classes.loadClass("org.gaul.s3proxy.junit.S3ProxyJunitCore$Builder");
    Object builder = type.getConstructor().newInstance();
    type.getMethod("withCredentials", String.class, String.class)
        .invoke(builder, OWNER.accessKeyId(), OWNER.secretAccessKey());
    type.getMethod("withBlobStoreProvider", String.class).invoke(builder, "transient");
    Object server = call(builder, "build");
    call(server, "beforeEach");
    return new EmbeddedS3(classes, server);
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return target.getClass().getMethod(method).invoke(target);
  }

  private static URL[] jars() {
    try {
      List<URL> jars = new ArrayList<>();
      for (String jar : Files.readString(CLASS_PATH).strip().split(File.pathSeparator, -1)) {
        jars.add(Path.of(jar).toUri().toURL());
      }
      return jars.toArray(URL[]::new);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Maven writes '%s' in the phase generate-test-resources of etl-it/class-paths; run it first"
              .formatted(CLASS_PATH),
          e);
    }
  }
}
