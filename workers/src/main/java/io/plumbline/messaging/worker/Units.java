package io.plumbline.messaging.worker;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Units people order in, and how we write them. */
final class Units {
  static final String PIECES = "pcs";

  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("bags?|bgs?|sacks?", "bags"),
          Map.entry("pieces?|pcs?|pce?s|nos?\\.?|each|ea|units?|unit|items?", PIECES),
          Map.entry("box(?:es)?|bxs", "boxes"),
          Map.entry("cartons?|ctns?", "cartons"),
          Map.entry("pallets?|plts?", "pallets"),
          Map.entry("rolls?", "rolls"),
          Map.entry("sheets?|shts?|boards?", "sheets"),
          Map.entry("tons?|tonnes?|mt|t", "t"),
          Map.entry("kgs?|kilos?|kilograms?", "kg"),
          Map.entry("m|mtrs?|met(?:er|re)s?|lm|rm", "m"),
          Map.entry("m2|sqm|sq\\.? ?m|square met(?:er|re)s?", "m2"),
          Map.entry("m3|cbm|cum|cu\\.? ?m|cubic met(?:er|re)s?", "m3"),
          Map.entry("l|lt|ltrs?|lit(?:er|re)s?", "l"),
          Map.entry("gallons?|gal", "gallons"),
          Map.entry("drums?", "drums"),
          Map.entry("buckets?|pails?", "buckets"),
          Map.entry("cans?|tins?", "cans"),
          Map.entry("pairs?|prs", "pairs"),
          Map.entry("sets?", "sets"),
          Map.entry("packs?|packets?|pkts?|reams?", "packs"),
          Map.entry("bundles?|bdls?", "bundles"),
          Map.entry("lengths?|bars", "lengths"),
          Map.entry("coils?|reels?", "coils"),
          Map.entry("tubes?|cartridges? of", "tubes"),
          Map.entry("bottles?", "bottles"),
          Map.entry("trucks?|truck ?loads?|loads?|trips?", "loads"),
          Map.entry("lots?|lump sum", "lot"),
          Map.entry("hours?|hrs?", "hours"),
          Map.entry("days?", "days"),
          Map.entry("weeks?", "weeks"),
          Map.entry("months?", "months"));

  static final String ANY =
      SPELLINGS.keySet().stream()
          .sorted((a, b) -> b.length() - a.length())
          .collect(Collectors.joining("|", "(?:", ")"));

  private Units() {}

  static String canonical(String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT);
    return SPELLINGS.entrySet().stream()
        .filter(spelling -> text.matches(spelling.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(text);
  }
}
