package io.plumbline.shared.process;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.impl.ZeebeClientBuilderImpl;
import io.camunda.zeebe.client.impl.ZeebeClientImpl;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The one channel to the engine. Left alone, gRPC waits up to two minutes before it tries a lost
 * connection again; here a broken channel is tried every two seconds, so that work goes on soon
 * after the engine is back.
 */
@Component
@Lazy // nodes that neither relay nor work need none
@SuppressWarnings(
    "deprecation") // the client line that speaks to 8.5 brokers is kept by Camunda until 8.10
public class EngineConnection implements AutoCloseable {
  private static final int RECONNECT_SECONDS = 2;

  private final ManagedChannel channel;
  private final ZeebeClient client;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("engine-connection").factory());

  EngineConnection(EngineSettings settings) {
    var builder = new ZeebeClientBuilderImpl();
    builder
        .applyEnvironmentVariableOverrides(false)
        .grpcAddress(
            URI.create((settings.plaintext() ? "http://" : "https://") + settings.gateway()))
        .preferRestOverGrpc(false)
        .defaultRequestTimeout(settings.requestTimeout())
        .defaultJobWorkerName("plumbline")
        .numJobWorkerExecutionThreads(settings.workerThreads());
    if (settings.plaintext()) {
      builder.usePlaintext();
    }
    channel = ZeebeClientImpl.buildChannel(builder);
    client = new ZeebeClientImpl(builder, channel);
    watch.scheduleWithFixedDelay(
        this::reconnect, RECONNECT_SECONDS, RECONNECT_SECONDS, TimeUnit.SECONDS);
  }

  /** The engine's client: for {@link EngineGateway} and the one place that runs workers. */
  public ZeebeClient client() {
    return client;
  }

  /** Whether the channel to the engine stands. */
  public boolean isUp() {
    return channel.getState(true) == ConnectivityState.READY;
  }

  /** Runs the action whenever the channel to the engine is found broken. */
  void whenBroken(Runnable action) {
    watch(channel.getState(false), action);
  }

  private void watch(ConnectivityState seen, Runnable action) {
    channel.notifyWhenStateChanged(
        seen,
        () -> {
          var now = channel.getState(false);
          if (seen == ConnectivityState.READY || now != ConnectivityState.READY) {
            action.run();
          }
          if (now != ConnectivityState.SHUTDOWN) {
            watch(now, action);
          }
        });
  }

  @Override
  public void close() {
    watch.shutdownNow();
    client.close();
  }

  private void reconnect() {
    if (channel.getState(true) == ConnectivityState.TRANSIENT_FAILURE) {
      channel.resetConnectBackoff();
    }
  }
}
