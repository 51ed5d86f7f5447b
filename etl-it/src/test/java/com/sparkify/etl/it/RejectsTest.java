package com.sparkify.etl.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sparkify.etl.it.Sparkify.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rubbish among good files: each piece is rejected with its reason, and the good rows come in. */
class RejectsTest {
  private static final String PLAY =
      """
      {"artist":"A","auth":"Logged In","firstName":"F","gender":"F","itemInSession":%d,"lastName":"L",\
      "length":%s,"level":"free","location":"Here","method":"PUT","page":"NextSong",\
      "registration":1540919166796.0,"sessionId":7,"song":"S","status":200,"ts":%s,"userAgent":"x",\
      "userId":"%s"}
      """;
  private static final String SONG =
      """
      {"num_songs": 1, "artist_id": "AR1", "artist_latitude": null, "artist_longitude": null,\
       "artist_location": "", "artist_name": "A", %s"title": "S", "duration": 100.5, "year": 0}""";

  @TempDir private static Path folder = Path.of("");

  @Test
  void rejectsEachPieceOfRubbishWithItsReasonAndPublishesTheRest() throws IOException {
    write("songs/good.json", SONG.formatted("\"song_id\": \"SO1\", "));
    write("songs/no-id.json", SONG.formatted(""));
    write("songs/empty.json", "");
    write("songs/notes.txt", "not a song at all");
    write(
        "logs/2018-11-01-events.json",
        PLAY.formatted(0, "100.5", "1541105830796", "39")
            + PLAY.formatted(1, "100.5", "\"noon\"", "39")
            + PLAY.formatted(2, "-1.5", "1541105830797", "39")
            + PLAY.formatted(3, "100.5", "1541105830798", "")
            + "[1, 2]\n"
            + PLAY.formatted(4, "100.5", "1541105830799", "39")
            + PLAY.formatted(5, "100.5", "1541105830800", "39").substring(0, 120));

    Ended run = sparkify("run", "--songs=songs", "--events=logs", "--lake=lake");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("songs +4 +4 +4 +1 +3\n")
        .containsPattern("events +1 +1 +7 +2 +5\n")
        .contains("rejected songs: 2 malformed-json, 1 missing-song_id")
        .contains(
            "rejected events: 1 bad-type-ts, 1 malformed-json, 1 negative-length, 1 not-an-object,"
                + " 1 play-without-user");
    DuckDb lake = new DuckDb(folder.resolve("lake"));
    assertThat(lake.rows("SELECT item_in_session, song_id FROM songplays ORDER BY 1"))
        .containsExactly("0|SO1", "4|SO1");

    Ended rejects = sparkify("rejects", "--lake=lake", "--format=csv");
    assertThat(rejects.out().lines().skip(1))
        .anyMatch(
            line -> line.matches("events,bad-type-ts,file:.*2018-11-01-events.json,2,.*noon.*"))
        .anyMatch(
            line -> line.matches("songs,malformed-json,file:.*/notes.txt,1,no,not a song at all"))
        .anyMatch(line -> line.matches("songs,malformed-json,file:.*/empty.json,1,.*"))
        .hasSize(8);

    Ended strict =
        sparkify(
            "run",
            "--songs=songs",
            "--events=logs",
            "--lake=strict",
            "--set=sparkify.source.max-rejects=7");
    assertThat(strict.exitCode()).isEqualTo(3);
    assertThat(strict.err()).contains("8 of 11 lines").contains("Nothing was published");
    assertThat(folder.resolve("strict/songplays")).doesNotExist();
  }

  private static void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, content);
  }

  private static Ended sparkify(String... arguments) {
    return Sparkify.withJavaOptions().in(folder, arguments);
  }
}
