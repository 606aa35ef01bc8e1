package io.plumbline.shared.api;

import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Problem;
import io.plumbline.shared.Sha256;
import io.plumbline.shared.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls that may be repeated with the same Idempotency-Key: one effect, the same answer, for a
 * week. The key's row is inserted before the effect in one transaction, so a repeat at the same
 * moment waits for the first, and a call that failed leaves no key behind.
 */
@Component
public class IdempotentCalls {
  private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  IdempotentCalls(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The action's result, or that of the first call with this key.
   *
   * @throws OtherRequestWithSameKey when the key was used for another request
   */
  @Transactional
  public <T> T once(Key key, Object request, Class<T> type, Supplier<T> action) {
    requireUsable(key.word());
    var hash = hash(request);
    if (!reserve(key, hash)) {
      return first(key, hash, type);
    }
    var result = action.get();
    jdbc.sql("update app.idempotency_key set result = :result where user_id = :user and key = :key")
        .param("result", json.writeValueAsString(result))
        .param("user", key.user())
        .param("key", key.word())
        .update();
    return result;
  }

  private boolean reserve(Key key, String hash) {
    var now = clock.instant();
    jdbc.sql("delete from app.idempotency_key where user_id = :user and created_at < :old")
        .param("user", key.user())
        .param("old", Timestamps.of(now.minus(KEPT)))
        .update();
    return jdbc.sql(
                """
                insert into app.idempotency_key (user_id, key, request_hash, result, created_at)
                values (:user, :key, :hash, '', :now)
                on conflict do nothing
                """)
            .param("user", key.user())
            .param("key", key.word())
            .param("hash", hash)
            .param("now", Timestamps.of(now))
            .update()
        == 1;
  }

  private <T> T first(Key key, String hash, Class<T> type) {
    var kept =
        jdbc.sql(
                "select request_hash, result from app.idempotency_key where user_id = :user and key = :key")
            .param("user", key.user())
            .param("key", key.word())
            .query((rs, number) -> new Kept(rs.getString(1), rs.getString(2)))
            .single();
    if (!kept.hash().equals(hash)) {
      throw new OtherRequestWithSameKey();
    }
    return json.readValue(kept.result(), type);
  }

  private String hash(Object request) {
    return Sha256.hex(json.writeValueAsBytes(request));
  }

  private static void requireUsable(String word) {
    if (!USABLE.matcher(word).matches()) {
      throw new InvalidInput(List.of(Problem.of("Idempotency-Key", "idempotency.key")));
    }
  }

  /** The Idempotency-Key of a person. */
  public record Key(UUID user, String word) {}

  private record Kept(String hash, String result) {}
}
