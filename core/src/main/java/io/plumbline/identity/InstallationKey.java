package io.plumbline.identity;

import io.plumbline.shared.Timestamps;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key of this installation: with it, what is kept of a short code tells nobody the code, and
 * nobody else can sign. Say first what it is for, so that one use says nothing about another.
 */
@Component
public class InstallationKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate apart;
  private volatile byte[] key = {};

  InstallationKey(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /** 32 bytes, always the same for the same purpose and text. */
  public byte[] mac(String purpose, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      return mac.doFinal((purpose + "|" + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  public String hash(String purpose, String text) {
    return HexFormat.of().formatHex(mac(purpose, text));
  }

  private byte[] key() {
    if (key.length == 0) {
      // committed before it is used: a caller's rollback must not take it away again
      key = Objects.requireNonNull(apart.execute(done -> findOrMake()));
    }
    return key;
  }

  private byte[] findOrMake() {
    var fresh = new byte[BYTES];
    random.nextBytes(fresh);
    jdbc.sql(
            """
            insert into directory.installation_key (id, secret, created_at) values (1, :secret, :now)
            on conflict do nothing
            """)
        .param("secret", fresh)
        .param("now", Timestamps.of(clock.instant()))
        .update();
    return jdbc.sql("select secret from directory.installation_key where id = 1")
        .query(byte[].class)
        .single();
  }
}
