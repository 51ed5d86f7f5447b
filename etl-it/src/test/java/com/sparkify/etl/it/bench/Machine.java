package com.sparkify.etl.it.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the figures were measured on. */
final class Machine {
  private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;

  private Machine() {}

  static String description() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "%d cores, %.1f GiB of memory, Java %s, %s %s (%s)"
        .formatted(
            system.getAvailableProcessors(),
            system.getTotalMemorySize() / BYTES_PER_GIB,
            System.getProperty("java.runtime.version"),
            system.getName(),
            system.getVersion(),
            system.getArch());
  }
}
