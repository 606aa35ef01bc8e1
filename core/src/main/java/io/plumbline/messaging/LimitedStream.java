package io.plumbline.messaging;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Fails as soon as there is more than allowed. */
final class LimitedStream extends FilterInputStream {
  private final Supplier<? extends RuntimeException> tooMuch;
  private long left;

  LimitedStream(InputStream in, long most, Supplier<? extends RuntimeException> tooMuch) {
    super(in);
    this.left = most;
    this.tooMuch = tooMuch;
  }

  @Override
  public int read() throws IOException {
    var read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw tooMuch.get();
    }
  }
}
