package com.sparkify.etl.io.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample of the repository; its README names the same spec. */
class SampleTest {
  private static final SyntheticSpec SPEC =
      new SyntheticSpec(53_163, 71, 40, LocalDate.of(2018, 11, 29), 3, 520, Faults.NONE);
  private static final DataSet SAMPLE = new DataSet(Path.of("..", "etl-runner", "sample"));

  private final Path folder;

  SampleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isWhatItsSpecMakes() {
    SyntheticSummary summary = DataSet.write(SPEC, folder);

    assertThat(SAMPLE.files()).isEqualTo(new DataSet(folder).files());
    assertThat(summary).isEqualTo(new SyntheticSummary(71, 71, 484, 406, 3, 0, 0, 0, 238_878));
  }

  @Test
  void hasPlaysOfItsSongsInTheirLengthAndInAnother() {
    Map<String, Double> durations = new HashMap<>();
    for (JsonNode song : SAMPLE.songs()) {
      durations.put(
          song.get("title").asText() + "|" + song.get("artist_name").asText(),
          song.get("duration").asDouble());
    }
    List<Boolean> exact =
        SAMPLE.events().stream()
            .filter(event -> durations.containsKey(heard(event)))
            .map(
                event ->
                    event.get("length").asDouble() == durations.getOrDefault(heard(event), -1.0))
            .toList();

    assertThat(exact).filteredOn(equal -> equal).hasSize(23);
    assertThat(exact).filteredOn(equal -> !equal).hasSize(2);
  }

  @Test
  void hasWhatARealCatalogueHas() {
    Map<String, Set<String>> names = new HashMap<>();
    for (JsonNode song : SAMPLE.songs()) {
      names
          .computeIfAbsent(song.get("artist_id").asText(), key -> new HashSet<>())
          .add(song.get("artist_name").asText());
    }

    assertThat(names.values()).filteredOn(credits -> credits.size() > 1).hasSize(2);
    assertThat(SAMPLE.songs()).anyMatch(song -> song.get("year").asInt() == 0);
    assertThat(SAMPLE.songs()).anyMatch(song -> song.get("title").isNumber());
    assertThat(SAMPLE.songs()).anyMatch(song -> song.get("artist_name").isNumber());
  }

  @Test
  void hasWhatARealLogHas() {
    assertThat(SAMPLE.events()).anyMatch(event -> heard(event).contains("Ã\u0083Â"));
    assertThat(SAMPLE.events()).anyMatch(event -> event.get("auth").asText().equals("Logged Out"));
    assertThat(SAMPLE.events())
        .filteredOn(event -> event.get("page").asText().equals("Submit Upgrade"))
        .hasSize(2);
  }

  private static String heard(JsonNode event) {
    return event.get("song").asText() + "|" + event.get("artist").asText();
  }
}
