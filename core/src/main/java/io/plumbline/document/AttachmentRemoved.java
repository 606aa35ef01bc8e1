package io.plumbline.document;

import java.util.UUID;

/** A file was removed from a subject that is no draft; told in the same transaction. */
public record AttachmentRemoved(UUID subject, AttachmentId id, String name) {}
