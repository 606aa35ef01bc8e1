package io.plumbline.approval;

import io.plumbline.identity.InstallationKey;
import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Codes and signatures, all made from the key of this installation: a code can be told again
 * without being kept, and the table of offers alone lets nobody work one out. The key stands in
 * {@code directory.installation_key} of the same database, though: whoever reads the whole
 * database, or a backup of it, can make every code and link that is open.
 */
@Component
class OfferSecrets {
  private static final int SIGNATURE_BYTES = 16;
  private static final int FIRST_CODE = 1_000;
  private static final int CODES = 9_000;

  private final InstallationKey key;

  OfferSecrets(InstallationKey key) {
    this.key = key;
  }

  /** Four digits, the first not 0. */
  String code(UUID offer, int draw) {
    var number = ByteBuffer.wrap(key.mac("code", offer + "|" + draw)).getLong();
    return Long.toString(FIRST_CODE + Long.remainderUnsigned(number, CODES));
  }

  /** What is kept of a code; says nothing without the key. */
  String hash(TenantId tenant, UserId user, String code) {
    return key.hash("hash", tenant + "|" + user + "|" + code);
  }

  /** 128 bits, for addresses. */
  String signature(String purpose, String text) {
    var signature = Arrays.copyOf(key.mac(purpose, text), SIGNATURE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }
}
