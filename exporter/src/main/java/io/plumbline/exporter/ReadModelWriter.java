package io.plumbline.exporter;

import io.camunda.zeebe.exporter.api.context.Controller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A bounded queue and one thread that takes whatever has gathered, writes it in one transaction and
 * acknowledges it: small batches when idle, large ones under load. While the database is away it
 * keeps its batch and tries again; the queue fills, {@link #enqueue} throws and the broker keeps
 * the log.
 */
final class ReadModelWriter implements AutoCloseable {
  private static final Duration PATIENCE_WHEN_FULL = Duration.ofMillis(50);
  private static final Duration PATIENCE_WHEN_CLOSING = Duration.ofSeconds(2);

  private final ExporterSettings settings;
  private final Controller broker;
  private final Logger log;
  private final BlockingQueue<Entry> queue;
  private final BatchWriter batches;
  private final Epochs epochs;
  private final Outage outage;
  private final Thread thread;
  private final @Nullable Acknowledged known;
  private @Nullable Epoch epoch;
  private volatile @Nullable Connection connection;

  private ReadModelWriter(ExporterSettings settings, int partition, Controller broker, Logger log) {
    this.settings = settings;
    this.broker = broker;
    this.log = log;
    this.queue = new LinkedBlockingQueue<>(settings.queueSize());
    this.batches = new BatchWriter(partition);
    this.epochs = new Epochs(partition, log);
    this.outage = new Outage(settings, log);
    this.known = broker.readMetadata().map(Acknowledged::in).orElse(null);
    this.thread = new Thread(this::run, "plumbline-exporter-" + partition);
    this.thread.setDaemon(true);
  }

  static ReadModelWriter start(
      ExporterSettings settings, int partition, Controller broker, Logger log) {
    var writer = new ReadModelWriter(settings, partition, broker, log);
    writer.thread.start();
    return writer;
  }

  /** Waits a moment when the queue is full, then throws. */
  void enqueue(Entry entry) {
    try {
      if (!queue.offer(entry, PATIENCE_WHEN_FULL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "%d records wait for the database; the broker keeps the rest"
                .formatted(settings.queueSize()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the database", e);
    }
  }

  /** What is still queued is exported again at the next start; never throws. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      if (!thread.join(PATIENCE_WHEN_CLOSING)) {
        abort();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      connect();
      while (true) {
        var batch = new ArrayList<Entry>();
        batch.add(queue.take());
        queue.drainTo(batch, settings.batchSize() - 1);
        export(batch);
      }
    } catch (InterruptedException e) {
      log.info("Exporter closes; {} queued records will be exported again", queue.size());
    } finally {
      disconnect();
    }
  }

  /** Before the first record, so that a wrong address shows at once. */
  private void connect() throws InterruptedException {
    while (connection == null) {
      try {
        connection = ReadModelConnection.open(settings);
        outage.over();
      } catch (SQLException | RuntimeException e) {
        outage.pause(e);
      }
    }
  }

  /**
   * Returns when everything is committed and acknowledged. Whatever goes wrong, the thread lives on
   * with the same batch: writing it again changes nothing.
   */
  private void export(List<Entry> batch) throws InterruptedException {
    while (true) {
      try {
        var written = write(batch);
        var position = batch.getLast().position();
        var acknowledged = new Acknowledged(written.incarnation(), position);
        broker.updateLastExportedRecordPosition(position, acknowledged.metadata());
        outage.over();
        return;
      } catch (SQLException | RuntimeException e) {
        disconnect();
        outage.pause(e);
      }
    }
  }

  private Epoch write(List<Entry> batch) throws SQLException {
    var open = connected();
    var current = epochOf(open, batch.getFirst());
    writeOrDivide(open, current, batch);
    return current;
  }

  private Connection connected() throws SQLException {
    var open = connection;
    if (open == null) {
      open = ReadModelConnection.open(settings);
      connection = open;
    }
    return open;
  }

  private Epoch epochOf(Connection open, Entry first) throws SQLException {
    var current = epoch;
    if (current == null) {
      current = epochs.of(open, known, first);
      epoch = current;
    }
    return current;
  }

  /**
   * Halves a batch until the record that the database refuses stands alone; that one is given up.
   */
  private void writeOrDivide(Connection open, Epoch current, List<Entry> batch)
      throws SQLException {
    try {
      batches.write(open, current.number(), batch);
    } catch (SQLException | RuntimeException e) {
      if (!Refusal.isOfData(e)) {
        throw e;
      }
      divide(open, current, batch, e);
    }
  }

  private void divide(Connection open, Epoch current, List<Entry> batch, Exception refusal)
      throws SQLException {
    if (batch.size() == 1) {
      var entry = batch.getFirst();
      log.warn(
          "Record {} ({} {}) cannot be written and goes to engine.export_failure: {}",
          entry.position(),
          entry.valueType(),
          entry.intent(),
          refusal.getMessage());
      batches.write(open, current.number(), List.of(entry.failed(refusal)));
      return;
    }
    var half = batch.size() / 2;
    writeOrDivide(open, current, batch.subList(0, half));
    writeOrDivide(open, current, batch.subList(half, batch.size()));
  }

  private void disconnect() {
    var open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        log.debug("The broken connection did not close", e);
      }
    }
  }

  private void abort() {
    var open = connection;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException e) {
        log.warn("The connection to the read model did not end: {}", e.getMessage());
      }
    }
  }
}
