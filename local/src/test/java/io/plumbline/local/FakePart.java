package io.plumbline.local;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part that only remembers whether it runs. */
final class FakePart implements Part {
  private final String name;
  private final int port = Port.free();
  private boolean running;
  private @Nullable LocalFailure failure;

  FakePart(String name) {
    this.name = name;
  }

  FakePart running() {
    running = true;
    return this;
  }

  FakePart failing(LocalFailure reason) {
    failure = reason;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return "The " + name;
  }

  @Override
  public List<Port> ports() {
    return List.of(new Port(title(), port, "PLUMBLINE_TEST_PORT"));
  }

  @Override
  public Path log() {
    return Path.of(name + ".log");
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void start() {
    if (failure != null) {
      throw failure;
    }
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public void kill() {
    running = false;
  }
}
