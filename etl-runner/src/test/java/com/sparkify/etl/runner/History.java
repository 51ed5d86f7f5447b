package com.sparkify.etl.runner;

import com.sparkify.etl.runner.InThisJvm.Ended;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Deliveries of source files, each with a command after it, as chance has them; one seed always
 * makes the same. The last command publishes all that is staged.
 *
 * <p>Several worlds go side by side, since a command costs far more than the rows do.
 */
final class History {
  /** The worlds of a history. */
  static final int WORLDS = 8;

  private final SplittableRandom random;
  private final Feed feed;
  private final String smallFile;
  private final List<World> worlds = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  History(long seed, Feed feed) {
    this.random = new SplittableRandom(seed);
    this.feed = feed;
    this.smallFile =
        "--set=sparkify.lake.small-file-rows=" + List.of(1, 8, 150_000).get(random.nextInt(3));
    for (int number = 0; number < WORLDS; number++) {
      worlds.add(new World(number, random, feed, told));
    }
  }

  /** Makes it happen. */
  void happen() {
    worlds.forEach(World::begin);
    for (int further = 1 + random.nextInt(random.nextInt(2, 6)); further > 0; further--) {
      command();
      boolean songsToo = random.nextInt(4) == 0;
      for (World world : worlds) {
        for (int changes = random.nextInt(5); changes > 0; changes--) {
          if (songsToo && random.nextInt(3) == 0) {
            world.changeSongs();
          } else {
            world.changeLogs();
          }
        }
      }
    }
    if (random.nextInt(3) == 0) {
      execute("stage");
      execute("build", "--allow-shrink");
    } else {
      execute("run", "--allow-shrink");
    }
  }

  /** What happened, a line each. */
  String told() {
    return String.join("\n", told);
  }

  /** Writes the files that count at the end into {@code other}, under other names. */
  void copyTo(Feed other) {
    worlds.forEach(world -> world.files().copyStagedTo(other));
  }

  private void command() {
    switch (random.nextInt(10)) {
      case 0, 1 -> execute("stage");
      case 2 -> execute("run", "--full", "--allow-shrink");
      case 3, 4 -> execute("run");
      case 5 -> {
        execute("stage");
        execute("build", "--since=" + worlds.get(0).month(), "--allow-shrink");
      }
      default -> execute("run", "--allow-shrink");
    }
  }

  private void execute(String command, String... options) {
    Ended ended =
        feed.run(
            command,
            Stream.concat(Stream.of(smallFile), Stream.of(options)).toArray(String[]::new));
    if (!command.equals("build")) {
      worlds.forEach(world -> world.files().areStaged());
    }
    told.add("%s %s %s: %s".formatted(command, smallFile, String.join(" ", options), ended.code()));
    boolean mayShrink = List.of(options).contains("--allow-shrink");
    boolean stopped = ended.code() == ExitCode.QUALITY && ended.err().contains("max-shrink");
    if (ended.code() != ExitCode.OK && (mayShrink || !stopped)) {
      throw new AssertionError(told() + "\n" + ended.err());
    }
  }
}
