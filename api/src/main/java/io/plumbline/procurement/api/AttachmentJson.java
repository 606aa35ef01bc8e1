package io.plumbline.procurement.api;

import io.plumbline.document.Attachment;
import io.plumbline.shared.api.NamedJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A file on a request. */
@Schema(name = "Attachment")
record AttachmentJson(
    UUID id,
    @Schema(description = "cleaned, with an extension that fits the type", example = "offer.pdf")
        String name,
    @Schema(description = "told by the content", example = "application/pdf") String contentType,
    @Schema(description = "in bytes") long size,
    NamedJson addedBy,
    Instant addedAt,
    boolean mayRemove) {

  static AttachmentJson of(Attachment file) {
    return new AttachmentJson(
        file.id().value(),
        file.name(),
        file.contentType(),
        file.size(),
        new NamedJson(file.addedBy().value(), file.addedByName()),
        file.addedAt(),
        file.mayRemove());
  }
}
