package io.plumbline.approval;

import io.plumbline.identity.TenantId;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Timestamps;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Codes and signatures, all made from one key of this installation: a code can be told again
 * without being kept, and nothing in the tables lets anybody work one out.
 */
@Component
class OfferSecrets {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 16;
  private static final int FIRST_CODE = 1_000;
  private static final int CODES = 9_000;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate apart;
  private volatile byte[] key = {};

  OfferSecrets(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /** Four digits, the first not 0. */
  String code(UUID offer, int draw) {
    var number = ByteBuffer.wrap(mac("code|" + offer + "|" + draw)).getLong();
    return Long.toString(FIRST_CODE + Long.remainderUnsigned(number, CODES));
  }

  /** What is kept of a code; says nothing without the key. */
  String hash(TenantId tenant, UserId user, String code) {
    return HexFormat.of().formatHex(mac("hash|" + tenant + "|" + user + "|" + code));
  }

  /** 128 bits, for addresses. */
  String signature(String text) {
    var signature = ByteBuffer.allocate(SIGNATURE_BYTES).put(mac(text), 0, SIGNATURE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.array());
  }

  private byte[] mac(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  private byte[] key() {
    if (key.length == 0) {
      key = shared();
    }
    return key;
  }

  /** Committed before it is used: a caller's rollback must not take it away again. */
  private byte[] shared() {
    return Objects.requireNonNull(apart.execute(done -> findOrMake()));
  }

  private byte[] findOrMake() {
    var fresh = new byte[KEY_BYTES];
    random.nextBytes(fresh);
    jdbc.sql(
            """
            insert into directory.offer_key (id, secret, created_at) values (1, :secret, :now)
            on conflict do nothing
            """)
        .param("secret", fresh)
        .param("now", Timestamps.of(clock.instant()))
        .update();
    return jdbc.sql("select secret from directory.offer_key where id = 1")
        .query(byte[].class)
        .single();
  }
}
