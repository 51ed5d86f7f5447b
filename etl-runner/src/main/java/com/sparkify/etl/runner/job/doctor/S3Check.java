package com.sparkify.etl.runner.job.doctor;

import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.storage.S3Probe;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Looks at what S3 wants beyond listing, reading and writing. Nothing is left in the bucket. */
final class S3Check {
  private static final Set<String> SCHEMES = Set.of("s3", "s3a");
  private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

  private final Supplier<S3Probe> probe;

  /** Takes the probe when it looks: on an old SDK there is none. */
  S3Check(Supplier<S3Probe> probe) {
    this.probe = probe;
  }

  /** Whether {@code location} is in a bucket. */
  static boolean isOnS3(String location) {
    String scheme = URI.create(location.replace(" ", "%20")).getScheme();
    return scheme != null && SCHEMES.contains(scheme);
  }

  /** Who the server takes us for. */
  List<Finding> examineCredentials() {
    return examined(
        "credentials",
        () -> {
          String provider = probe.get().provider();
          String found = "from the %s".formatted(provider);
          return caller()
              .map(arn -> Finding.ok("credentials", "%s: %s".formatted(found, arn)))
              .orElseGet(
                  () ->
                      Finding.ok(
                          "credentials", found + "; the server does not tell whose they are"));
        });
  }

  /** What the tables rely on in the bucket of the lake. */
  List<Finding> examineLake(String lake) {
    String bucket = URI.create(lake).getHost();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(examined("clock", () -> clock(probe.get().clockSkew(bucket))));
    findings.addAll(
        examined(
            "overwrites",
            () -> overwrites(probe.get().refusesToOverwrite(bucket, probeKey(lake)))));
    return findings;
  }

  static Finding clock(Optional<Duration> skew) {
    if (skew.isEmpty()) {
      return Finding.ok("clock", "the server does not tell its time");
    }
    Duration ahead = skew.orElseThrow();
    String text =
        "%d s %s the server's"
            .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    return ahead.abs().compareTo(LARGEST_SKEW) > 0
        ? Finding.fail(
            Kind.STORAGE,
            "clock",
            text,
            "set this machine's clock; S3 refuses requests that are signed 15 minutes off")
        : Finding.ok("clock", text);
  }

  private static Finding overwrites(boolean refused) {
    return refused
        ? Finding.ok("overwrites", "the server refuses them when asked to (If-None-Match)")
        : Finding.warn(
            "overwrites",
            "the server ignores a request not to overwrite (If-None-Match)",
            "see to it yourself that one run at a time works on the lake");
  }

  private Optional<String> caller() {
    try {
      return Optional.of(probe.get().caller());
    } catch (RuntimeException unknown) {
      return Optional.empty();
    }
  }

  private static List<Finding> examined(String subject, Supplier<Finding> examination) {
    try {
      return List.of(examination.get());
    } catch (RuntimeException e) {
      StorageTrouble trouble = StorageTrouble.of(e);
      return List.of(Finding.fail(Kind.STORAGE, subject, trouble.reason(), trouble.advice()));
    } catch (LinkageError oldSdk) {
      return List.of(
          Finding.warn(
              subject,
              "not looked at: this needs version 2 of the AWS SDK, which comes with Hadoop 3.4",
              "go by the other lines; a run does not need this one"));
    }
  }

  private static String probeKey(String lake) {
    String folder = URI.create(lake).getPath().replaceAll("^/+|/+$", "");
    String name = "_sparkify/doctor-" + UUID.randomUUID();
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
