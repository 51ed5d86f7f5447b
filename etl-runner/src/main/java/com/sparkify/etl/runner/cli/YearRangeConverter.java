package com.sparkify.etl.runner.cli;

import com.sparkify.etl.io.catalog.YearRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a range of years. */
final class YearRangeConverter implements ITypeConverter<YearRange> {
  private static final Pattern YEARS = Pattern.compile("([0-9]{4})-([0-9]{4})");

  @Override
  public YearRange convert(String years) {
    Matcher matcher = YEARS.matcher(years);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'%s' is no range of years; expected two, for example 2018-2030".formatted(years));
    }
    try {
      return new YearRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    } catch (IllegalArgumentException reversed) {
      throw new TypeConversionException(reversed.getMessage());
    }
  }
}
