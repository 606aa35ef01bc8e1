package io.plumbline.draft;

import io.plumbline.identity.Callers;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts of the caller, by place ("new-request"); each is a few named texts. The last one to write
 * wins, whichever device it was.
 */
@Component
@Transactional
public class Drafts {
  /** Characters of all texts of a draft together. */
  public static final int LONGEST = 100_000;

  private static final Duration KEPT = Duration.ofDays(90);
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Callers callers;
  private final Clock clock;

  Drafts(JdbcClient jdbc, JsonMapper json, Callers callers, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.callers = callers;
    this.clock = clock;
  }

  /** The texts by name; empty when there is no draft. */
  @Transactional(readOnly = true)
  public Map<String, String> find(String place) {
    return jdbc.sql("select fields from app.draft where user_id = :me and place = :place")
        .param("me", me())
        .param("place", place)
        .query(String.class)
        .optional()
        .map(this::fields)
        .orElse(Map.of());
  }

  /**
   * Keeps these texts, and none of the former ones; empty texts are left out.
   *
   * @throws InvalidInput above {@link #LONGEST}; the former draft stays
   */
  public void keep(String place, Map<String, String> texts) {
    var filled = new LinkedHashMap<>(texts);
    filled.values().removeIf(String::isEmpty);
    if (filled.isEmpty()) {
      discard(place);
      return;
    }
    var length = filled.values().stream().mapToLong(String::length).sum();
    if (length > LONGEST) {
      throw new InvalidInput("text.tooLong", LONGEST, length);
    }
    filled.replaceAll((name, text) -> text.replace("\0", ""));
    jdbc.sql(
            """
            insert into app.draft (user_id, place, fields, updated_at)
            values (:me, :place, cast(:fields as jsonb), :now)
            on conflict (tenant_id, user_id, place)
            do update set fields = excluded.fields, updated_at = excluded.updated_at
            """)
        .param("me", me())
        .param("place", place)
        .param("fields", json.writeValueAsString(filled))
        .param("now", Timestamps.of(clock.instant()))
        .update();
  }

  /** Keeps one text beside the others of the place. */
  public void keep(String place, String name, String text) {
    var texts = new LinkedHashMap<>(find(place));
    texts.put(name, text);
    keep(place, texts);
  }

  public void discard(String place) {
    jdbc.sql("delete from app.draft where user_id = :me and place = :place")
        .param("me", me())
        .param("place", place)
        .update();
  }

  /** What the place was about is over: drops everybody's drafts. */
  public void close(String place) {
    jdbc.sql("delete from app.draft where place = :place").param("place", place).update();
  }

  /** Drops what nobody touched for 90 days, of everybody; for upkeep. */
  public void forgetOld() {
    jdbc.sql("delete from app.draft where updated_at < :before")
        .param("before", Timestamps.of(clock.instant().minus(KEPT)))
        .update();
  }

  private Map<String, String> fields(String text) {
    var fields = new LinkedHashMap<String, String>();
    json.readTree(text)
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
    return fields;
  }

  private UUID me() {
    return callers.current().user().value();
  }
}
