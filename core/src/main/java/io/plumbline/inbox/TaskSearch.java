package io.plumbline.inbox;

import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list is about, as far as it can be told before its own statement runs. */
record TaskSearch(View view, Whose whose, TaskConditions conditions, WordSample sample) {

  /** Whether there is nobody whose tasks could be in it. */
  boolean isEmpty() {
    return whose.nobody() && view != View.DONE;
  }

  /** Keys and sort columns of at most {@code atMost} per source, the first by this order. */
  CandidateSql candidates(List<Sort> sorts) {
    return new CandidateSql(this, sorts, false);
  }

  /**
   * How many there are, up to {@code atMost}, as {@code counted}.
   *
   * @param waitingOnly leave out what was completed and is on its way to the engine
   */
  Sql count(boolean waitingOnly, Instant now, int atMost) {
    return new Sql(
        "select count(*) as counted from (select key from (%s) candidate limit :atMost) few"
            .formatted(new CandidateSql(this, List.of(Sort.DUE), waitingOnly).keys()),
        values(now, atMost));
  }

  Map<String, @Nullable Object> values(Instant now, int atMost) {
    var values = new HashMap<>(conditions.values());
    values.put("me", whose.me());
    values.put("people", Whose.ids(whose.people()));
    values.put("peopleIn", Whose.processes(whose.people()));
    values.put("groups", Whose.ids(whose.groups()));
    values.put("groupsIn", Whose.processes(whose.groups()));
    values.put("now", Timestamps.of(now));
    values.put("atMost", atMost);
    return values;
  }
}
