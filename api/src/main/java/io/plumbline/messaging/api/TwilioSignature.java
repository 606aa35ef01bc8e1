package io.plumbline.messaging.api;

import com.twilio.security.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a call comes from the provider: its signature covers our public address and every field
 * of the form, also those we do not know.
 */
@Component
class TwilioSignature {
  static final String HEADER = "X-Twilio-Signature";

  private static final Logger log = LoggerFactory.getLogger(TwilioSignature.class);

  private final WebhookSettings settings;
  private final Optional<RequestValidator> validator;

  TwilioSignature(WebhookSettings settings) {
    this.settings = settings;
    this.validator =
        Optional.of(settings.authToken())
            .filter(token -> !token.isBlank())
            .map(RequestValidator::new);
  }

  /** The fields of the form when the signature fits, else empty. */
  Optional<Map<String, String>> check(HttpServletRequest request) {
    var signature = request.getHeader(HEADER);
    var fields = fields(request);
    if (signature != null && validator.isPresent() && fits(request, fields, signature)) {
      return Optional.of(fields);
    }
    log.warn(
        "A call to {} was refused: {}",
        request.getRequestURI(),
        validator.isEmpty()
            ? "plumbline.twilio.auth-token is not set"
            : signature == null ? "no signature" : "its signature does not fit");
    return Optional.empty();
  }

  private boolean fits(HttpServletRequest request, Map<String, String> fields, String signature) {
    return validator.map(v -> v.validate(address(request), fields, signature)).orElse(false);
  }

  private String address(HttpServletRequest request) {
    var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return settings.publicUrl() + request.getRequestURI() + query;
  }

  /** Without those of the address: the signature covers them as part of it. */
  private static Map<String, String> fields(HttpServletRequest request) {
    var inAddress = names(request.getQueryString());
    var fields = new TreeMap<String, String>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!inAddress.contains(name)) {
                fields.put(name, values[0]);
              }
            });
    return fields;
  }

  private static Set<String> names(@Nullable String query) {
    return query == null
        ? Set.of()
        : Arrays.stream(query.split("&"))
            .map(pair -> decoded(pair.split("=", 2)[0]))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** As it stands when it cannot be decoded: then the signature does not fit either. */
  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return name;
    }
  }
}
