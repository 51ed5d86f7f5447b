package com.sparkify.etl.it.iceberg;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.sparkify.etl.core.star.Songplays;
import com.sparkify.etl.core.star.Songs;
import com.sparkify.etl.core.star.Users;
import com.sparkify.etl.core.table.Field;
import com.sparkify.etl.core.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who heard what: three tables of one version, joined. */
public final class Listening {
  private Listening() {}

  /**
   * Every play with its user and its song, then the users and the songs that nobody's play has: a
   * full join, so that no row of the three tables is without effect on it.
   */
  public static List<List<String>> in(TaggedVersion version) {
    Map<String, List<String>> users = byKey(version, Users.TABLE, Users.USER_ID);
    Map<String, List<String>> songs = byKey(version, Songs.TABLE, Songs.SONG_ID);
    Set<List<String>> unheard = new HashSet<>(users.values());
    unheard.addAll(songs.values());
    List<List<String>> joined = new ArrayList<>();
    for (List<String> play : version.rows(Songplays.TABLE)) {
      List<String> user = users.getOrDefault(value(play, Songplays.USER_ID), nothing(Users.TABLE));
      List<String> song = songs.getOrDefault(value(play, Songplays.SONG_ID), nothing(Songs.TABLE));
      unheard.remove(user);
      unheard.remove(song);
      List<String> row = new ArrayList<>(play);
      row.addAll(user);
      row.addAll(song);
      joined.add(row);
    }
    users.values().stream().filter(unheard::contains).forEach(joined::add);
    songs.values().stream().filter(unheard::contains).forEach(joined::add);
    return joined;
  }

  private static Map<String, List<String>> byKey(TaggedVersion version, Table table, Field key) {
    int column = table.fields().indexOf(key);
    return version.rows(table).stream()
        .collect(toMap(row -> row.get(column), identity(), (row, same) -> row, TreeMap::new));
  }

  private static String value(List<String> play, Field field) {
    return play.get(Songplays.TABLE.fields().indexOf(field));
  }

  private static List<String> nothing(Table table) {
    return Collections.nCopies(table.fields().size(), "null");
  }
}
