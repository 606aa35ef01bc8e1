package io.plumbline.local;

import java.nio.file.Path;
import java.util.List;

/** One process of the platform. Starting what runs and stopping what is stopped does nothing. */
public interface Part extends AutoCloseable {
  /** What people type: {@code postgres}, {@code zeebe}, {@code mailbox}, {@code app}. */
  String name();

  /** What people read. */
  String title();

  List<Port> ports();

  Path log();

  boolean isRunning();

  /** Returns when the part answers; throws {@link LocalFailure} when it does not. */
  void start();

  /** Orderly, then by force when it takes too long. */
  void stop();

  /** As {@code kill -9}: for outage tests. */
  void kill();

  @Override
  default void close() {
    stop();
  }
}
