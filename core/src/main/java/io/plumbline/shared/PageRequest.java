package io.plumbline.shared;

/**
 * Which rows of a list.
 *
 * @param offset rows to skip, 0 or more
 * @param limit rows to return, 1 to 200
 */
public record PageRequest(int offset, int limit) {
  public static final int MAX_LIMIT = 200;

  public PageRequest {
    if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidInput("page.outOfRange", offset, limit, MAX_LIMIT);
    }
  }
}
