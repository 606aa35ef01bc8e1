package io.plumbline.shared;

/**
 * Which rows of a list.
 *
 * @param offset rows to skip, 0 to 100,000: who wants what comes later has to narrow the search
 * @param limit rows to return, 1 to 200
 */
public record PageRequest(int offset, int limit) {
  public static final int MAX_LIMIT = 200;
  public static final int MAX_OFFSET = 100_000;

  public PageRequest {
    if (offset < 0 || offset > MAX_OFFSET || limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidInput("page.outOfRange", offset, limit, MAX_LIMIT, MAX_OFFSET);
    }
  }
}
