package io.plumbline.messaging;

import io.plumbline.identity.InstallationKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Six digits that prove that somebody holds an address, and what is kept of them. */
@Component
class AddressCodes {
  static final Duration LIFE = Duration.ofMinutes(15);
  private static final int NUMBERS = 1_000_000;

  private final SecureRandom random = new SecureRandom();
  private final InstallationKey key;
  private final Clock clock;

  AddressCodes(InstallationKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  String draw() {
    return String.format(Locale.ROOT, "%06d", random.nextInt(NUMBERS));
  }

  /** As people type it: with spaces or a dash, in digits of any script. */
  String hash(String purpose, String code) {
    var digits = new StringBuilder();
    code.codePoints()
        .filter(Character::isDigit)
        .map(point -> '0' + Character.digit(point, 10))
        .forEach(digits::appendCodePoint);
    return key.hash("address", purpose + "|" + digits);
  }

  Instant expiry() {
    return clock.instant().plus(LIFE);
  }
}
