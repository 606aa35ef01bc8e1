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
 * What stands in the address of a link: the firm and the offer, signed, and a mark of the mail
 * address it was sent to. When it ends is the offer's business.
 */
@Component
class OfferTokens {
  private static final int ID_BYTES = 32;
  private static final int LONGEST = 100;

  private final OfferSecrets secrets;

  OfferTokens(OfferSecrets secrets) {
    this.secrets = secrets;
  }

  String of(TenantId tenant, UUID offer, String address) {
    var ids = ByteBuffer.allocate(ID_BYTES);
    put(ids, tenant.value());
    put(ids, offer);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ids.array())
        + "."
        + signature(tenant, offer)
        + "."
        + mark(tenant, offer, address);
  }

  /** Whether the link was sent to this address. */
  boolean isFor(Meant meant, String address) {
    return same(mark(meant.tenant(), meant.offer(), address), meant.mark());
  }

  /** Empty when it is forged or cut. */
  Optional<Meant> read(String token) {
    var parts = token.split("\\.", -1);
    if (parts.length != 3 || token.length() > LONGEST) {
      return Optional.empty();
    }
    return ids(parts[0], parts[2])
        .filter(meant -> same(signature(meant.tenant(), meant.offer()), parts[1]));
  }

  private static Optional<Meant> ids(String encoded, String mark) {
    try {
      var ids = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded));
      return ids.remaining() == ID_BYTES
          ? Optional.of(new Meant(new TenantId(uuid(ids)), uuid(ids), mark))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private String signature(TenantId tenant, UUID offer) {
    return secrets.signature("link", tenant + "|" + offer);
  }

  private String mark(TenantId tenant, UUID offer, String address) {
    return secrets.signature("linkTo", tenant + "|" + offer + "|" + address);
  }

  private static boolean same(String wanted, String given) {
    return MessageDigest.isEqual(bytes(wanted), bytes(given));
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

  /**
   * What a link means.
   *
   * @param mark of the address it was sent to, see {@link #isFor}
   */
  record Meant(TenantId tenant, UUID offer, String mark) {}
}
