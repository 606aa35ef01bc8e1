package io.plumbline.shared.process;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
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
  private final EngineConnection connection;

  /** How often the engine may have forgotten the models. */
  private final AtomicLong doubts = new AtomicLong();

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("deployment").factory());
  private volatile long deployedAt = -1;
  private long epoch = -1;
  private volatile boolean running;
  private boolean complained;

  Deployment(EngineGateway engine, DeploymentRecord record, EngineConnection connection) {
    this.engine = engine;
    this.record = record;
    this.connection = connection;
  }

  /** Whether the engine surely has the models, so that messages start something. */
  boolean done() {
    return deployedAt == doubts.get();
  }

  /** The engine could not be reached: it may come back empty. */
  void engineWasAway() {
    doubts.incrementAndGet();
  }

  @Override
  public void start() {
    running = true;
    connection.whenBroken(this::engineWasAway);
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
    return CommandRelay.PHASE - 1;
  }

  private void check() {
    try {
      doubtNewLog(record.engineEpoch());
      var doubt = doubts.get();
      if (deployedAt != doubt && record.underLock(this::deploy)) {
        deployedAt = doubt; // a doubt that came up meanwhile stays
      }
    } catch (RuntimeException e) { // anything let through would end the checks for good
      complain(e.toString());
    }
  }

  private void doubtNewLog(long current) {
    if (current != epoch) {
      doubts.incrementAndGet();
      epoch = current;
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
