package io.plumbline.shared.process;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings the models to the engine, tried until the engine takes them. Deploying again what the
 * engine already has changes nothing there, so it is done whenever the engine may have forgotten:
 * at the start, after it was away, and when the exporter noticed a new log (a new epoch).
 */
@Component
@OnNodeRole(NodeRole.RELAY)
class Deployment implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Deployment.class);
  private static final Duration CHECK = Duration.ofSeconds(1);

  private final EngineGateway engine;
  private final DeploymentRecord record;
  private final Release release = Release.ofClassPath();
  private final AtomicBoolean done = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("deployment").factory());
  private volatile long epoch = -1;
  private volatile boolean running;
  private boolean complained;

  Deployment(EngineGateway engine, DeploymentRecord record) {
    this.engine = engine;
    this.record = record;
  }

  /** Whether the engine surely has the models, so that messages start something. */
  boolean done() {
    return done.get();
  }

  /** The engine could not be reached: it may come back empty. */
  void engineWasAway() {
    done.set(false);
  }

  @Override
  public void start() {
    running = true;
    thread.scheduleWithFixedDelay(this::check, 0, CHECK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the relay, which needs it. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 1;
  }

  private void check() {
    try {
      var current = record.engineEpoch();
      if (!done.get() || current != epoch) {
        done.set(record.underLock(this::deploy));
        epoch = current;
      }
    } catch (DataAccessException e) {
      complain(String.valueOf(e.getMessage()));
    }
  }

  private boolean deploy() {
    var newest = record.newestRelease();
    if (newest > release.number()) {
      log.info("Release {} is deployed, ours is {}: left alone", newest, release.number());
      return true;
    }
    var answer = engine.deploy(release.models());
    if (answer instanceof Answer.Accepted) {
      record.deployed(release);
      complained = false;
      log.info("Models of release {} are deployed", release.number());
      return true;
    }
    complain(answer.toString());
    return false;
  }

  private void complain(String reason) {
    if (!complained) {
      log.warn("The models are not deployed yet, trying on: {}", reason);
      complained = true;
    }
  }
}
