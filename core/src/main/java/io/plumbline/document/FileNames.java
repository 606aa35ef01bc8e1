package io.plumbline.document;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of files as people may see and keep them: no folders, nothing invisible, not too long. */
final class FileNames {
  private static final int LONGEST = 120;

  private FileNames() {}

  /** Also gives it an extension that fits its type, so that no name promises another. */
  static String clean(@Nullable String given, FileType type) {
    var name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name =
        name.replaceAll("\\p{C}", "")
            .replaceAll("[<>:\"|?*]", "_")
            .replaceAll("\\s+", " ")
            .replaceAll("^[ .]+|[ .]+$", "");
    var dot = name.lastIndexOf('.');
    var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    var fits = type.extensions().contains(extension);
    var stem = fits ? name.substring(0, dot) : name;
    var ending = "." + (fits ? extension : type.extensions().getFirst());
    return shortened(stem.isBlank() ? "file" : stem, LONGEST - ending.length()) + ending;
  }

  private static String shortened(String stem, int longest) {
    if (stem.length() <= longest) {
      return stem;
    }
    var end = Character.isHighSurrogate(stem.charAt(longest - 1)) ? longest - 1 : longest;
    return stem.substring(0, end).strip();
  }
}
