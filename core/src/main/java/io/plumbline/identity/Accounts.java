package io.plumbline.identity;

import io.plumbline.shared.NotAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Local accounts: hashed passwords, limited attempts, refresh tokens. Called before anyone is
 * known; never inside a transaction of a tenant.
 */
@Component
public class Accounts {
  private static final int LONGEST_INPUT = 200;

  private final JdbcClient jdbc;
  private final SignInLimits limits;
  private final RefreshTokens tokens;
  private final PersonLookup persons;
  private final StoppedAccounts stopped;
  private final PasswordCheck passwords;

  Accounts(
      JdbcClient jdbc,
      SignInLimits limits,
      RefreshTokens tokens,
      PersonLookup persons,
      StoppedAccounts stopped,
      PasswordEncoder encoder) {
    this.jdbc = jdbc;
    this.limits = limits;
    this.tokens = tokens;
    this.persons = persons;
    this.stopped = stopped;
    this.passwords = new PasswordCheck(encoder);
  }

  /**
   * Signs a person in. Takes equally long whether the name or the password is wrong.
   *
   * @param remoteAddress counted with the name to slow guessing down
   * @return the caller, empty when name or password is wrong
   * @throws io.plumbline.shared.NotAllowed after too many attempts ({@code signIn.tooManyAttempts},
   *     seconds to wait)
   */
  public Optional<Caller> signIn(
      String username, String password, String remoteAddress, Channel channel) {
    var name = normal(username);
    limits.requireFreeAccount(name);
    var wait = limits.waitOf(remoteAddress);
    var account = account(name);
    if (!passwords.matches(password, account.map(Account::hash)) || account.isEmpty()) {
      limits.failed(name);
      refuse(wait);
      limits.failedAt(remoteAddress);
      return Optional.empty();
    }
    if (account.get().failedBefore()) {
      refuse(wait);
    }
    limits.succeeded(name);
    return account.flatMap(found -> caller(found, channel));
  }

  private static void refuse(Optional<NotAllowed> wait) {
    wait.ifPresent(
        refusal -> {
          throw refusal;
        });
  }

  /**
   * The caller behind a username, for tokens that were already verified; empty when inactive or
   * unknown.
   */
  public Optional<Caller> find(String username, Channel channel) {
    return account(normal(username)).flatMap(found -> caller(found, channel));
  }

  /**
   * A caller found earlier as the person is today; empty when their account was stopped or they
   * left. A person needs no account.
   */
  public Optional<Caller> findAgain(Caller known) {
    return stopped.includes(known.tenant(), known.user())
        ? Optional.empty()
        : persons.find(known.tenant(), known.user(), known.channel());
  }

  /** Issues a refresh token for this username. */
  public String issueRefreshToken(String username) {
    return tokens.issue(normal(username));
  }

  /**
   * Uses a refresh token once; empty when unknown, used or expired. Reuse revokes all tokens of
   * that account.
   *
   * @return the username
   */
  public Optional<String> useRefreshToken(String token) {
    return tokens.use(token).filter(username -> account(username).isPresent());
  }

  private Optional<Account> account(String username) {
    return jdbc.sql(
            """
            select tenant_id, user_id, password_hash, failed_attempts
              from directory.account where username = :username and active
            """)
        .param("username", username)
        .query(Accounts::account)
        .optional();
  }

  private Optional<Caller> caller(Account account, Channel channel) {
    return persons.find(account.tenant(), account.user(), channel);
  }

  private static String normal(String username) {
    var stripped = username.strip();
    return stripped
        .substring(0, Math.min(stripped.length(), LONGEST_INPUT))
        .toLowerCase(Locale.ROOT)
        .replace("\0", "");
  }

  private static Account account(ResultSet row, int at) throws SQLException {
    return new Account(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getString("password_hash"),
        row.getInt("failed_attempts") > 0);
  }

  private record Account(TenantId tenant, UserId user, String hash, boolean failedBefore) {}

  /** Compares against a hash of nothing when there is no account, so that time tells nothing. */
  private static final class PasswordCheck {
    private final PasswordEncoder encoder;
    private final String nothing;

    PasswordCheck(PasswordEncoder encoder) {
      this.encoder = encoder;
      this.nothing = Objects.requireNonNull(encoder.encode("nobody has this password"));
    }

    boolean matches(String password, Optional<String> hash) {
      var usable = password.length() <= LONGEST_INPUT;
      var matched = encoder.matches(usable ? password : "", hash.orElse(nothing));
      return matched && usable && hash.isPresent();
    }
  }
}
