package io.plumbline.document;

/**
 * A page of a file as a picture.
 *
 * @param contentType {@code image/png} or {@code image/jpeg}
 * @param pages how many the file has
 */
public record FilePicture(byte[] content, String contentType, int pages) {}
