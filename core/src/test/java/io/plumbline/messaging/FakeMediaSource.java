package io.plumbline.messaging;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hands out what a test put there; everything else is away. */
public final class FakeMediaSource implements MediaSource {
  private final ConcurrentHashMap<URI, Supplier<InputStream>> files = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();

  @Override
  public <T> T read(URI address, Function<InputStream, T> reader) {
    reads.incrementAndGet();
    var file = files.get(address);
    if (file == null) {
      throw new ProviderAway("The provider does not answer", null);
    }
    return reader.apply(file.get());
  }

  public void put(String address, byte[] content) {
    put(address, () -> new ByteArrayInputStream(content));
  }

  public void put(String address, Supplier<InputStream> content) {
    files.put(URI.create(address), content);
  }

  int reads() {
    return reads.get();
  }
}
