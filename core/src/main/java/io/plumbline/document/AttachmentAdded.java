package io.plumbline.document;

import java.util.UUID;

/** A file was added to a subject that is no draft; told in the same transaction. */
public record AttachmentAdded(UUID subject, AttachmentId id, String name) {}
