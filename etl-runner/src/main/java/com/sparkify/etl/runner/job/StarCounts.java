package com.sparkify.etl.runner.job;

import com.sparkify.etl.runner.report.CheckReport;
import com.sparkify.etl.runner.report.PlaysReport;
import java.util.List;

/** What is known of tables once their rows are written, before anybody sees them. */
record StarCounts(Counts counts, PlaysReport plays, List<CheckReport> checks) {}
