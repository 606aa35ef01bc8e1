package io.plumbline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.shared.NotAllowed;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class AccountsTest {
  private final Accounts accounts;
  private final Members members;
  private final TestTenants tenants;
  private final TestClock clock;
  private final JdbcClient jdbc;
  private final String username = "rana-" + UUID.randomUUID();
  private final String address = "addr-" + UUID.randomUUID();
  private TestTenant acme;
  private Caller rana;

  AccountsTest(
      Accounts accounts, Members members, TestTenants tenants, TestClock clock, JdbcClient jdbc) {
    this.accounts = accounts;
    this.members = members;
    this.tenants = tenants;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void openAccount() {
    acme = tenants.newTenant();
    rana = acme.person("Rana", Role.REQUESTER, Role.PROJECT_MANAGER);
    acme.account(rana, username, "correct horse");
  }

  @Test
  void shouldSignInWithNameInAnyCase() {
    var caller = signIn(" " + username.toUpperCase(Locale.ROOT), "correct horse");
    assertThat(caller).contains(rana);
  }

  @Test
  void shouldNotSignInWithWrongPasswordOrUnknownName() {
    assertThat(signIn(username, "wrong")).isEmpty();
    assertThat(signIn("nobody-" + username, "correct horse")).isEmpty();
    assertThat(signIn(username, "x".repeat(100_000))).isEmpty();
    assertThat(signIn("\0" + "n".repeat(100_000), "")).isEmpty();
  }

  @Test
  void shouldNotSignInToStoppedAccount() {
    stop(rana);
    assertThat(signIn(username, "correct horse")).isEmpty();
    assertThat(accounts.find(username, Channel.REST)).isEmpty();
  }

  @Test
  void shouldLockAccountForGrowingTimeAndForgiveAfterSuccess() {
    failFromManyAddresses(SignInLimits.FREE_ATTEMPTS);
    assertTooManyAttempts();
    clock.advance(SignInLimits.FIRST_WAIT.plusSeconds(1));
    failFromManyAddresses(1);
    clock.advance(SignInLimits.FIRST_WAIT.plusSeconds(1));
    assertTooManyAttempts();
    clock.advance(SignInLimits.FIRST_WAIT);
    assertThat(signIn(username, "correct horse")).isPresent();
    failFromManyAddresses(SignInLimits.FREE_ATTEMPTS - 1);
    assertThat(signIn(username, "correct horse")).isPresent();
  }

  @Test
  void shouldLimitRemoteAddressOverAllNames() {
    failFromOneAddress();
    assertTooManyAttempts("unknown-" + username, "guess");
    assertTooManyAttempts(username, "guess");
    assertTooManyAttempts();
    assertThat(accounts.signIn(username, "correct horse", "other " + address, Channel.WEB))
        .isPresent();
    clock.advance(SignInLimits.ADDRESS_WINDOW.plusSeconds(1));
    assertThat(signIn(username, "correct horse")).isPresent();
  }

  @Test
  void shouldLetInWhoSharesAnAddressWithGuessers() {
    failFromOneAddress();
    assertThat(signIn(username, "correct horse")).contains(rana);
  }

  @Test
  void shouldFindCallerAgainAsThePersonIsToday() {
    assertThat(accounts.findAgain(rana)).contains(rana);
    acme.run(acme.system(), () -> members.assign(rana.user(), Set.of(Role.REQUESTER)));
    assertThat(accounts.findAgain(rana).orElseThrow().roles()).containsExactly(Role.REQUESTER);
    stop(rana);
    assertThat(accounts.findAgain(rana)).isEmpty();
    var visitor = acme.person("Visitor without account", Role.OPERATOR);
    assertThat(accounts.findAgain(visitor)).contains(visitor);
  }

  @Test
  void shouldKeepPasswordHashed() {
    var hash =
        jdbc.sql("select password_hash from directory.account where username = :username")
            .param("username", username)
            .query(String.class)
            .single();
    assertThat(hash).startsWith("{bcrypt}").doesNotContain("correct");
  }

  @Test
  void shouldUseRefreshTokenOnceAndRevokeAllWhenReused() {
    var first = accounts.issueRefreshToken(username);
    var second = accounts.issueRefreshToken(username);
    assertThat(accounts.useRefreshToken(first)).contains(username);
    assertThat(accounts.useRefreshToken(first)).isEmpty();
    assertThat(accounts.useRefreshToken(second)).isEmpty();
  }

  @Test
  void shouldNotUseExpiredOrUnknownRefreshToken() {
    var token = accounts.issueRefreshToken(username);
    clock.advance(RefreshTokens.LIFE.plus(Duration.ofSeconds(1)));
    assertThat(accounts.useRefreshToken(token)).isEmpty();
    assertThat(accounts.useRefreshToken("made up")).isEmpty();
  }

  @Test
  void shouldEndRefreshTokensOfStoppedAccount() {
    var token = accounts.issueRefreshToken(username);
    stop(rana);
    assertThat(accounts.useRefreshToken(token)).isEmpty();
  }

  private void stop(Caller person) {
    acme.run(acme.system(), () -> members.activate(person.user(), false));
  }

  private Optional<Caller> signIn(String name, String password) {
    return accounts.signIn(name, password, address, Channel.WEB);
  }

  private void failFromManyAddresses(int times) {
    IntStream.range(0, times)
        .forEach(
            i -> accounts.signIn(username, "wrong", UUID.randomUUID().toString(), Channel.WEB));
  }

  private void failFromOneAddress() {
    IntStream.range(0, SignInLimits.ADDRESS_ATTEMPTS)
        .forEach(i -> signIn("unknown-" + UUID.randomUUID(), "guess"));
  }

  private void assertTooManyAttempts() {
    assertTooManyAttempts(username, "correct horse");
  }

  private void assertTooManyAttempts(String name, String password) {
    assertThatThrownBy(() -> signIn(name, password))
        .isInstanceOf(NotAllowed.class)
        .hasMessageContaining("Too many attempts");
  }
}
