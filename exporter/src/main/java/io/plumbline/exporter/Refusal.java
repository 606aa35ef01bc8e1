package io.plumbline.exporter;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whether the database refuses the data itself: trying again would not help. */
final class Refusal {
  private Refusal() {}

  static boolean isOfData(Exception e) {
    return e instanceof SQLException refused ? isOfData(refused.getSQLState()) : true;
  }

  /**
   * 22 data exception, 23 integrity violation, 54 beyond a limit; the rest concerns connection,
   * rights or tables.
   */
  private static boolean isOfData(@Nullable String state) {
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
  }
}
