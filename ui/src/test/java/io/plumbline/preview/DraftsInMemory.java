package io.plumbline.preview;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers like {@link io.plumbline.draft.Drafts}. */
public class DraftsInMemory {
  final Map<String, Map<String, String>> texts = new HashMap<>();

  public Map<String, String> find(String place) {
    return texts.getOrDefault(place, Map.of());
  }

  public void keep(String place, Map<String, String> kept) {
    var filled = new LinkedHashMap<>(kept);
    filled.values().removeIf(String::isEmpty);
    texts.put(place, filled);
  }

  public void discard(String place) {
    texts.remove(place);
  }
}
