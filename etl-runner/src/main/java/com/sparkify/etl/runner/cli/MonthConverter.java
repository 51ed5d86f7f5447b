package com.sparkify.etl.runner.cli;

import java.time.DateTimeException;
import java.time.YearMonth;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a month of a year. */
final class MonthConverter implements ITypeConverter<YearMonth> {
  @Override
  public YearMonth convert(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException noMonth) {
      throw new TypeConversionException(
          "'%s' is no month; expected a year and a month, for example 2018-11".formatted(month));
    }
  }
}
