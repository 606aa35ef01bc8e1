package io.plumbline.approval;

import io.plumbline.identity.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What stands in the address of a link: the firm and the offer, signed. When it ends is the offer's
 * business.
 */
@Component
class OfferTokens {
  private static final int ID_BYTES = 32;
  private static final int LONGEST = 100;

  private final OfferSecrets secrets;

  OfferTokens(OfferSecrets secrets) {
    this.secrets = secrets;
  }

  String of(TenantId tenant, UUID offer) {
    var ids = ByteBuffer.allocate(ID_BYTES);
    put(ids, tenant.value());
    put(ids, offer);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ids.array())
        + "."
        + signature(tenant, offer);
  }

  /** Empty when it is forged or cut. */
  Optional<Meant> read(String token) {
    var dot = token.indexOf('.');
    if (dot < 0 || token.length() > LONGEST) {
      return Optional.empty();
    }
    return ids(token.substring(0, dot))
        .filter(
            meant ->
                MessageDigest.isEqual(
                    bytes(signature(meant.tenant(), meant.offer())),
                    bytes(token.substring(dot + 1))));
  }

  private static Optional<Meant> ids(String encoded) {
    try {
      var ids = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
      return ids.remaining() == ID_BYTES
          ? Optional.of(new Meant(new TenantId(uuid(ids)), uuid(ids)))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private String signature(TenantId tenant, UUID offer) {
    return secrets.signature("link", tenant + "|" + offer);
  }

  private static void put(ByteBuffer to, UUID id) {
    to.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  private static UUID uuid(ByteBuffer from) {
    return new UUID(from.getLong(), from.getLong());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  record Meant(TenantId tenant, UUID offer) {}
}
