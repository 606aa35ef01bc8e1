package io.plumbline.approval;

import io.plumbline.identity.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a WhatsApp button carries: which offer and which answer, signed for one firm. */
@Component
class OfferButtons {
  private static final String KIND = "decide";

  private final OfferSecrets secrets;

  OfferButtons(OfferSecrets secrets) {
    this.secrets = secrets;
  }

  String payload(TenantId tenant, UUID offer, String outcome) {
    return KIND + ":" + offer + ":" + outcome + ":" + signature(tenant, offer, outcome);
  }

  /** Empty when it is none of ours, forged, or of another firm. */
  Optional<Press> read(String payload, TenantId tenant) {
    var parts = payload.split(":", -1);
    if (parts.length != 4 || !parts[0].equals(KIND)) {
      return Optional.empty();
    }
    try {
      var press = new Press(UUID.fromString(parts[1]), parts[2]);
      var wanted = signature(tenant, press.offer(), press.outcome());
      return MessageDigest.isEqual(bytes(wanted), bytes(parts[3]))
          ? Optional.of(press)
          : Optional.empty();
    } catch (IllegalArgumentException forged) {
      return Optional.empty();
    }
  }

  private String signature(TenantId tenant, UUID offer, String outcome) {
    return secrets.signature("button", tenant + "|" + offer + "|" + outcome);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  record Press(UUID offer, String outcome) {}
}
