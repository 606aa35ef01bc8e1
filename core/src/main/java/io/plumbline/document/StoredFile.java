package io.plumbline.document;

/** A file with its bytes. */
public record StoredFile(FileId id, String name, String contentType, byte[] content) {}
