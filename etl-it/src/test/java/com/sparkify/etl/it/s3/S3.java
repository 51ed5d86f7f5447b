package com.sparkify.etl.it.s3;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test a {@link Bucket} of its own, empty at first and gone afterwards. All tests share one
 * server, started for the first of them; which one it is, and why, is printed.
 */
public final class S3 implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(S3.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Bucket.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    String name = "bucket of parameter %d".formatted(parameter.getIndex());
    return test.getStore(NAMESPACE)
        .getOrComputeIfAbsent(name, key -> new Lent(Bucket.createdOn(server(test))), Lent.class)
        .bucket();
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  private static S3Server server(ExtensionContext test) {
    Store store = test.getRoot().getStore(NAMESPACE);
    return store
        .getOrComputeIfAbsent(S3Server.class, key -> Shared.started(), Shared.class)
        .server();
  }

  private record Shared(S3Server server) implements CloseableResource {
    static Shared started() {
      S3Choice choice = S3Choice.made();
      System.out.println(choice);
      return new Shared(choice.server());
    }

    @Override
    public void close() {
      server.close();
    }
  }

  private record Lent(Bucket bucket) implements CloseableResource {
    @Override
    public void close() {
      bucket.remove();
    }
  }
}
