package io.plumbline.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import io.camunda.zeebe.exporter.test.ExporterTestConfiguration;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.plumbline.database.EmbeddedDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the broker does with an exporter: remembers acknowledgements, offers a refused record again.
 */
final class TestBroker implements Controller, AutoCloseable {
  private final PlumblineExporter exporter = new PlumblineExporter();
  private final long acknowledgedBefore;
  private long acknowledged = -1;
  private int stumbles;
  private byte @Nullable [] metadata;

  private TestBroker(Map<String, Object> arguments, long acknowledged, byte @Nullable [] metadata) {
    this.acknowledgedBefore = acknowledged;
    this.metadata = metadata;
    exporter.configure(new OnPartitionOne(arguments));
    exporter.open(this);
  }

  /** A broker that keeps nothing of an earlier exporter. */
  static TestBroker open(EmbeddedDatabase database, Object... arguments) {
    return new TestBroker(arguments(database, arguments), -1, null);
  }

  /**
   * The broker restarted: it keeps what was acknowledged, and may still go back in the log. Close
   * the new one.
   */
  TestBroker reopen(EmbeddedDatabase database, Object... arguments) {
    close();
    return new TestBroker(
        arguments(database, arguments), getLastExportedRecordPosition(), metadata);
  }

  private static Map<String, Object> arguments(EmbeddedDatabase database, Object... more) {
    var arguments = new HashMap<String, Object>();
    arguments.put("url", database.url());
    arguments.put("retryMillis", 10);
    arguments.put("retryMaxMillis", 50);
    for (int i = 0; i < more.length; i += 2) {
      arguments.put((String) more[i], more[i + 1]);
    }
    return arguments;
  }

  /** Refuses the next acknowledgements with an exception nobody declares. */
  synchronized void stumble(int times) {
    stumbles = times;
  }

  void export(Record<?> record) {
    exporter.export(record);
  }

  /** Exports all and returns when all is acknowledged. */
  TestBroker exportAll(List<Record<?>> records) {
    records.forEach(this::exportUntilAccepted);
    return awaitAcknowledged(records.getLast().getPosition());
  }

  private void exportUntilAccepted(Record<?> record) {
    while (true) {
      try {
        export(record);
        return;
      } catch (IllegalStateException full) {
        Thread.onSpinWait();
      }
    }
  }

  synchronized TestBroker awaitAcknowledged(long position) {
    var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (acknowledged < position) {
      var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new AssertionError("Acknowledged %d, not %d".formatted(acknowledged, position));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return this;
  }

  /** Since it was opened. */
  synchronized long acknowledged() {
    return acknowledged;
  }

  @Override
  public synchronized void updateLastExportedRecordPosition(long position) {
    updateLastExportedRecordPosition(position, null);
  }

  @Override
  public synchronized void updateLastExportedRecordPosition(
      long position, byte @Nullable [] metadata) {
    if (stumbles > 0) {
      stumbles--;
      throw new IllegalStateException("The broker stumbled");
    }
    this.acknowledged = position;
    this.metadata = metadata == null ? this.metadata : metadata;
    notifyAll();
  }

  @Override
  public synchronized long getLastExportedRecordPosition() {
    return Math.max(acknowledgedBefore, acknowledged);
  }

  @Override
  public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
    throw new UnsupportedOperationException("The engine's timers are too coarse to be used");
  }

  @Override
  public synchronized Optional<byte[]> readMetadata() {
    return Optional.ofNullable(metadata);
  }

  @Override
  public void close() {
    exporter.close();
  }

  /** ExporterTestContext has no partition to speak of. */
  private record OnPartitionOne(Map<String, Object> arguments) implements Context {
    @Override
    public Logger getLogger() {
      return LoggerFactory.getLogger(PlumblineExporter.class);
    }

    @Override
    public Configuration getConfiguration() {
      return new ExporterTestConfiguration<>("plumbline", arguments, unused -> null);
    }

    @Override
    public int getPartitionId() {
      return 1;
    }

    @Override
    public void setFilter(RecordFilter filter) {
      assertThat(filter.acceptType(RecordType.COMMAND)).isFalse();
    }
  }
}
