package com.sparkify.etl.io.synthetic;

import java.util.List;

/** How the browsers of the time called themselves. */
final class Browser {
  private static final double QUOTED = 0.76;
  private static final double PHONE = 0.06;
  private static final List<String> SYSTEMS =
      List.of(
          "Windows NT 6.1; WOW64",
          "Windows NT 6.1; WOW64",
          "Windows NT 6.3; WOW64",
          "Windows NT 5.1",
          "X11; Linux x86_64",
          "Macintosh; Intel Mac OS X 10_9_4",
          "Macintosh; Intel Mac OS X 10_8_5");
  private static final List<String> WINDOWS = List.of("6.1; WOW64", "6.3; WOW64", "5.1", "6.1");
  private static final List<String> CHROMES =
      List.of("36.0.1985.125", "36.0.1985.143", "37.0.2062.94", "37.0.2062.120");

  private Browser() {}

  /** A user agent, in literal double quotes if the browser sends them. */
  static String userAgent(Draws draws) {
    return draws.chance(QUOTED) ? "\"" + webKit(draws) + "\"" : gecko(draws);
  }

  private static String webKit(Draws draws) {
    if (draws.chance(PHONE)) {
      return "Mozilla/5.0 (iPhone; CPU iPhone OS 7_1_%d like Mac OS X) ".formatted(draws.below(3))
          + "AppleWebKit/537.51.2 (KHTML, like Gecko) Version/7.0 Mobile/11D257 Safari/9537.53";
    }
    return "Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%s Safari/537.36"
        .formatted(draws.of(SYSTEMS), draws.of(CHROMES));
  }

  private static String gecko(Draws draws) {
    String windows = draws.of(WINDOWS);
    if (draws.chance(0.1)) {
      return "Mozilla/5.0 (Windows NT %s; Trident/7.0; rv:11.0) like Gecko".formatted(windows);
    }
    int version = 30 + draws.below(3);
    return "Mozilla/5.0 (Windows NT %s; rv:%d.0) Gecko/20100101 Firefox/%d.0"
        .formatted(windows, version, version);
  }
}
