package com.sparkify.etl.io.synthetic;

import java.util.List;
import java.util.regex.Pattern;

/** The words of which titles, names and places are made. Nothing here is anybody's. */
final class Vocabulary {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  static final List<String> ADJECTIVES =
      words(
          """
          Amber Backward Bitter Borrowed Bright Broken Burning Careless Clockwork Cold Copper
          Crooked Distant Drowsy Dusty Early Electric Empty Endless Faded Falling Feral Foreign
          Forgotten Frozen Gentle Gilded Golden Hollow Honest Hungry Idle Impossible Indigo
          Jealous Last Late Lazy Little Lonely Lost Loud Lucky Mechanical Narrow Nervous Northern
          Old Only Open Paper Patient Polite Quiet Rusty Salted Second Secret Silver Simple
          Sleepless Slow Stolen Stubborn Sudden Tangled Tender Thirsty Tin Tired Unfinished
          Unwritten Velvet Violet Wandering Wasted Wooden Yellow
          """);
  static final List<String> NOUNS =
      words(
          """
          Alarm Anchor Apricot Attic Avenue Balcony Ballroom Basement Bicycle Blanket Bridge
          Button Calendar Canyon Carousel Ceiling Chandelier Chapel Cinema Comet Compass Corridor
          Curtain Daylight Desert Echo Elevator Engine Envelope Feather Ferry Fountain Galaxy
          Garden Ghost Glacier Harbor Highway Horizon Island Jacket Kettle Kingdom Ladder Lantern
          Lemon Letter Lighthouse Machine Magnet Map Marble Meadow Mirror Monsoon Morning Museum
          Needle Neon October Orchard Orchid Parade Pavement Pendulum Piano Pilot Planet Pocket
          Postcard Puzzle Radio Railway Rain Raven Ribbon River Rooftop Sailor Satellite Shadow
          Signal Staircase Station Sugar Summer Telephone Thunder Tiger Tower Tunnel Umbrella
          Valley Village Violin Volcano Wallpaper Whale Window Winter Wolf
          """);
  static final List<String> VERBS =
      words(
          """
          Answer Borrow Bury Call Carry Catch Chase Count Cross Draw Fold Follow Forget Hide Hold
          Hum Keep Leave Lend Lift Lose Measure Mend Miss Paint Pass Remember Ride Send Sing Sink
          Steal Swallow Teach Trade Unlock Wake Wash Watch Wear Whisper Write
          """);
  static final List<String> ACCENTED =
      words(
          """
          Canción Corazón Mañana Sueños Lágrimas Próxima Jardín Único Niño Añoranza Órbita
          Saudação Manhã Ilusão Paixão Avó Français Été Fenêtre Garçon Forêt Rêve Déjà Hôtel
          Über Mädchen Schlüssel Frühling Straße Größe Grün Hälsning Björnö Månad Fjäril Sjömän
          Høst Sørgelig Žízeň Příběh Noc-ště Łąka Źródło Çiçek Güneş Şarkı Ξένος Ночь Весна
          """);
  static final List<String> FAR_EASTERN = words("夜の駅 雨上がり 風の手紙 青い鳥 月光曲 小さな海 별빛 바람소리 봄날의강");
  static final List<String> PICTOGRAMS = words("🎵 🌙 🔥 🌊 ❄ ☂");
  static final List<String> SYLLABLES =
      words(
          """
          al bar bel bren cas dal dor el fen gar hal il jor kel lam lor mar mel nor ol per quil
          ram ros sel tam tor ul vel ven wex yar zan
          """);
  static final List<String> SURNAME_ENDINGS =
      words("beck bridge by dale den field ford grove ham lin low mere ner quist rell ton wick");
  static final List<String> GIVEN_FEMALE =
      words(
          """
          Adele Agnes Alma Anita Bianca Carla Clara Daphne Edith Elin Emilia Esther Flora Greta
          Hanna Helen Ida Ines Irene Judith Karin Laura Leona Lydia Marta Mira Nadia Nora Olga
          Paula Petra Rita Rosa Ruth Sonja Stella Thea Tilda Vera Wanda Yvonne Zoe
          """);
  static final List<String> GIVEN_MALE =
      words(
          """
          Adrian Albert Anton Arthur Bruno Carl Conrad Dario Edgar Emil Ernest Felix Frank Georg
          Gustav Henry Hugo Igor Ivan Jasper Karl Leon Louis Marco Martin Max Nils Oscar Otto
          Paul Peter Ralf Robert Simon Stefan Theo Thomas Victor Walter Yuri
          """);
  static final List<String> PLACE_STARTS =
      words("Ash Birch Cedar Elm Fair Glen Hazel Iron Lake Maple North Oak Pine Stone West Wind");
  static final List<String> PLACE_ENDINGS =
      words("brook burg bury combe dale ford gate haven hurst mont mouth port side vale view wood");
  static final List<String> STATES =
      words(
          """
          AL AR AZ CA CA CA CO CT FL FL GA IA ID IL IL-IN-WI IN KS KY LA MA-NH MD MI MN-WI MO-IL
          NC-SC NE NH NJ NM NV NY NY-NJ-PA OH OK OR-WA PA PA-NJ-DE-MD SC TN TX TX UT VA WA WI WV
          """);
  static final List<String> COUNTRIES =
      words("Canada Chile Denmark England France Germany Ireland Italy Japan Kenya Norway Peru");

  private Vocabulary() {}

  /** A family name that nobody is known by. */
  static String surname(Draws draws) {
    return capitalized(draws.of(SYLLABLES) + draws.of(SURNAME_ENDINGS));
  }

  /** A town that is on no map on purpose. */
  static String town(Draws draws) {
    return draws.of(PLACE_STARTS) + draws.of(PLACE_ENDINGS);
  }

  static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
  }

  private static List<String> words(String text) {
    return SPACE.splitAsStream(text.strip()).toList();
  }
}
