package io.plumbline.messaging;

import java.io.InputStream;
import java.net.URI;
import java.util.function.Function;

/** Fetches pictures and files the provider keeps for us. Implemented outside core. */
public interface MediaSource {
  /**
   * Reads a file.
   *
   * @param reader is given the content, once; what it throws comes out as it is
   * @throws ProviderAway when it may be there later
   * @throws MediaRefused when it is gone, or not at an address we ask
   */
  <T> T read(URI address, Function<InputStream, T> reader);
}
