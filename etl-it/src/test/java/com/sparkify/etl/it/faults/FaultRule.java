package com.sparkify.etl.it.faults;

import com.sparkify.etl.it.s3.proxy.Fate;
import com.sparkify.etl.it.s3.proxy.Rule;
import com.sparkify.etl.it.s3.proxy.S3Request;
import java.util.List;

/** Lets faults happen to the requests that come by, and counts how often each one did. */
final class FaultRule implements Rule {
  private final List<Struck> faults;

  FaultRule(List<Fault> faults) {
    this.faults = faults.stream().map(Struck::new).toList();
  }

  /** How many requests met with a fault. */
  synchronized int struck() {
    return faults.stream().mapToInt(fault -> fault.struck).sum();
  }

  /** The faults that no request met with, since there were too few of its kind. */
  synchronized List<Fault> idle() {
    return faults.stream().filter(fault -> fault.struck == 0).map(fault -> fault.fault).toList();
  }

  @Override
  public synchronized Fate fateOf(S3Request request) {
    Target target = Target.of(request);
    for (Struck fault : faults) {
      if (fault.fault.target().equals(target) && fault.strikes(request.key())) {
        return fault.fault.mishap().fate();
      }
    }
    return Fate.forwarded();
  }

  private static final class Struck {
    private final Fault fault;
    private String key = "";
    private int seen;
    private int struck;

    private Struck(Fault fault) {
      this.fault = fault;
    }

    private boolean strikes(String asked) {
      seen++;
      Times times = fault.times();
      boolean isFirst = struck == 0 && seen == times.from();
      boolean isNext = struck > 0 && struck < times.count() && asked.equals(key);
      if (isFirst) {
        key = asked;
      }
      if (isFirst || isNext || times.isAlways()) {
        struck++;
        return true;
      }
      return false;
    }
  }
}
