package com.sparkify.etl.io.synthetic;

/** A page that a visitor calls, by how it is logged. */
enum Step {
  NEXT_SONG("NextSong", "PUT", 200, true),
  HOME("Home", "GET", 200, true),
  HOME_LOGGED_OUT("Home", "GET", 200, false),
  LOGIN("Login", "PUT", 307, false),
  LOGOUT("Logout", "PUT", 307, true),
  SETTINGS("Settings", "GET", 200, true),
  SAVE_SETTINGS("Save Settings", "PUT", 307, true),
  HELP("Help", "GET", 200, true),
  HELP_LOGGED_OUT("Help", "GET", 200, false),
  ABOUT("About", "GET", 200, true),
  ABOUT_LOGGED_OUT("About", "GET", 200, false),
  ERROR("Error", "GET", 404, true),
  UPGRADE("Upgrade", "GET", 200, true),
  DOWNGRADE("Downgrade", "GET", 200, true),
  SUBMIT_UPGRADE("Submit Upgrade", "PUT", 307, true),
  SUBMIT_DOWNGRADE("Submit Downgrade", "PUT", 307, true),
  /** The visitor has gone; nothing is logged. */
  GONE("", "", 0, false);

  private final String page;
  private final String method;
  private final int status;
  private final boolean loggedIn;

  Step(String page, String method, int status, boolean loggedIn) {
    this.page = page;
    this.method = method;
    this.status = status;
    this.loggedIn = loggedIn;
  }

  String page() {
    return page;
  }

  String method() {
    return method;
  }

  int status() {
    return status;
  }

  boolean isLoggedIn() {
    return loggedIn;
  }

  boolean isPlay() {
    return this == NEXT_SONG;
  }
}
