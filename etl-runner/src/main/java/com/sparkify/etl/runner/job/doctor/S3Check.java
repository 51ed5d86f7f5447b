package com.sparkify.etl.runner.job.doctor;

import com.sparkify.etl.core.EtlException.Kind;
import com.sparkify.etl.io.storage.S3Probe;
import com.sparkify.etl.io.storage.StorageTrouble;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;

/** Looks at what S3 wants beyond listing, reading and writing. Nothing is left in the bucket. */
final class S3Check {
  private static final Set<String> SCHEMES = Set.of("s3", "s3a");
  private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

  private final Configuration hadoop;

  S3Check(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** Whether {@code location} is in a bucket. */
  static boolean isOnS3(String location) {
    String scheme = URI.create(location.replace(" ", "%20")).getScheme();
    return scheme != null && SCHEMES.contains(scheme);
  }

  /** Who the server of {@code location} takes us for. */
  List<Finding> examineCredentials(String location) {
    return examined(
        "credentials",
        () -> {
          S3Probe probe = S3Probe.of(location, hadoop);
          String found = "from the %s".formatted(probe.provider());
          return caller(probe)
              .map(arn -> Finding.ok("credentials", "%s: %s".formatted(found, arn)))
              .orElseGet(
                  () ->
                      Finding.ok(
                          "credentials", found + "; the server does not tell whose they are"));
        });
  }

  /** What the tables rely on in the bucket of the lake. */
  List<Finding> examineLake(String lake) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(examined("clock", () -> clock(S3Probe.of(lake, hadoop).clockSkew())));
    findings.addAll(
        examined(
            "overwrites",
            () -> overwrites(S3Probe.of(lake, hadoop).refusesToOverwrite(probeKey(lake)))));
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

  private static Optional<String> caller(S3Probe probe) {
    try {
      return Optional.of(probe.caller());
    } catch (IOException | RuntimeException unknown) {
      return Optional.empty();
    }
  }

  private static List<Finding> examined(String subject, Callable<Finding> examination) {
    try {
      return List.of(examination.call());
    } catch (Exception e) {
      StorageTrouble trouble = StorageTrouble.of(e);
      return List.of(Finding.fail(Kind.STORAGE, subject, trouble.reason(), trouble.advice()));
    } catch (LinkageError oldHadoop) {
      return List.of(
          Finding.warn(
              subject,
              "not looked at: this needs Hadoop 3.4, which has version 2 of the AWS SDK",
              "go by the other lines; a run does not need this one"));
    }
  }

  private static String probeKey(String lake) {
    String folder = URI.create(lake).getPath().replaceAll("^/+|/+$", "");
    String name = "_sparkify/doctor-" + UUID.randomUUID();
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
