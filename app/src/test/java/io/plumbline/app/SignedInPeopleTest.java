package io.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpSession;

class SignedInPeopleTest {
  private final Caller rana = rana(Role.REQUESTER, Role.OPERATOR);
  private final MockHttpSession session = new MockHttpSession();
  private Optional<Caller> today = Optional.of(rana);
  private boolean away;
  private final SignedInPeople people =
      new SignedInPeople(
          known -> {
            if (away) {
              throw new QueryTimeoutException("away");
            }
            return today;
          });

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void shouldKnowTheRolesOfToday() {
    people.enter(rana, session);
    today = Optional.of(rana(Role.REQUESTER));
    people.read();
    assertThat(people.today(rana)).isEqualTo(today);
    assertThat(session.isInvalid()).isFalse();
  }

  @Test
  void shouldEndSessionsOfStoppedAccount() {
    people.enter(rana, session);
    today = Optional.empty();
    people.read();
    assertThat(people.today(rana)).isEmpty();
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void shouldKeepWhatItKnowsWhileTheDatabaseIsAway() {
    people.enter(rana, session);
    away = true;
    people.read();
    assertThat(people.today(rana)).contains(rana);
    assertThat(session.isInvalid()).isFalse();
  }

  @Test
  void shouldForgetSessionsThatEnded() {
    people.enter(rana, session);
    people.sessionDestroyed(new HttpSessionEvent(session));
    today = Optional.empty();
    people.read();
    assertThat(people.today(rana)).contains(rana);
  }

  private static Caller rana(Role... roles) {
    return new Caller(
        new TenantId(new UUID(0, 1)),
        new UserId(new UUID(0, 2)),
        "Rana",
        Set.of(roles),
        Channel.WEB);
  }
}
