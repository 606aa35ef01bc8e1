package io.plumbline.procurement.ui;

import io.plumbline.procurement.NewPurchaseRequest;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A request that is being typed, as the text of a draft. */
final class RequestDraft {
  static final String NAME = "request";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RequestDraft() {}

  static String write(NewPurchaseRequest typed) {
    return JSON.writeValueAsString(typed);
  }

  /** Empty when nothing was kept, or by a version that knew requests of another shape. */
  static Optional<NewPurchaseRequest> read(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(text, NewPurchaseRequest.class));
    } catch (JacksonException otherShape) {
      return Optional.empty();
    }
  }
}
