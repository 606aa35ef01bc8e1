package io.plumbline.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Hears what is said on one channel of the database, on a thread of its own while it runs. */
abstract class Listening implements DatabaseListener.Hearer, SmartLifecycle {
  private final String channel;
  private final String thread;
  private final DatabaseListener.Connections connections;
  private @Nullable Running running;

  Listening(String channel, String thread, DatabaseListener.Connections connections) {
    this.channel = channel;
    this.thread = thread;
    this.connections = connections;
  }

  @Override
  public final synchronized void start() {
    var listener = new DatabaseListener(channel, connections, this);
    running = new Running(listener, Thread.ofPlatform().daemon().name(thread).start(listener));
  }

  @Override
  public final synchronized void stop() {
    if (running != null) {
      running.listener().stop(running.thread());
      running = null;
    }
  }

  @Override
  public final synchronized boolean isRunning() {
    return running != null;
  }

  private record Running(DatabaseListener listener, Thread thread) {}
}
