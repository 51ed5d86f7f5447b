package com.sparkify.etl.io.lake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that holds a lake.
 *
 * @param processId on its host
 * @param processStart when that process began, in ISO 8601; blank if the system does not tell
 * @param since when it claimed the lake, in ISO 8601, UTC
 */
public record LockHolder(
    @JsonProperty("runId") String runId,
    @JsonProperty("host") String host,
    @JsonProperty("processId") long processId,
    @JsonProperty("processStart") String processStart,
    @JsonProperty("since") String since) {

  static LockHolder thisProcess(String runId, Instant since) {
    ProcessHandle process = ProcessHandle.current();
    return new LockHolder(runId, thisHost(), process.pid(), startOf(process), since.toString());
  }

  @JsonIgnore
  boolean isOfThisHost() {
    return host.equals(thisHost());
  }

  /** Whether its process works on this host; ids come again, so the start is compared too. */
  @JsonIgnore
  boolean isAliveHere() {
    return isOfThisHost()
        && ProcessHandle.of(processId)
            .filter(ProcessHandle::isAlive)
            .filter(process -> startOf(process).equals(processStart))
            .isPresent();
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static String thisHost() {
    return Optional.ofNullable(System.getenv("HOSTNAME"))
        .orElseGet(
            () -> {
              try {
                return InetAddress.getLocalHost().getHostName();
              } catch (UnknownHostException e) {
                return "unknown";
              }
            });
  }
}
