package io.plumbline.identity;

import java.util.Optional;

/** Local accounts: hashed passwords, limited attempts. */
public interface Accounts {
  /**
   * Signs a person in.
   *
   * @param remoteAddress counted with the name to slow guessing down
   * @return the caller, empty when name or password is wrong
   * @throws io.plumbline.shared.NotAllowed after too many attempts ({@code signIn.tooManyAttempts},
   *     seconds to wait)
   */
  Optional<Caller> signIn(String username, String password, String remoteAddress, Channel channel);

  /**
   * The caller behind a username, for tokens that were already verified; empty when inactive or
   * unknown.
   */
  Optional<Caller> find(String username, Channel channel);

  /** Issues a refresh token for this username. */
  String issueRefreshToken(String username);

  /**
   * Uses a refresh token once; empty when unknown, used or expired. Reuse revokes all tokens of
   * that account.
   */
  Optional<String> useRefreshToken(String token);
}
