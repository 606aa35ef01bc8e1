package io.plumbline.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Engine records into schema {@code engine}. Arguments: {@link ExporterSettings}. */
public final class PlumblineExporter implements Exporter {
  private final RecordMapping mapping = new RecordMapping();
  private @Nullable ExporterSettings settings;
  private @Nullable Logger log;
  private int partition;
  private @Nullable ReadModelWriter writer;

  /**
   * Also runs on a throw-away instance when the broker starts: checks the arguments, opens nothing.
   */
  @Override
  public void configure(Context context) {
    settings = ExporterSettings.from(context.getConfiguration().getArguments());
    log = context.getLogger();
    partition = context.getPartitionId();
    context.setFilter(mapping.asFilter());
  }

  /**
   * Returns at once; the writer connects in its own thread and waits for the database as long as it
   * takes.
   */
  @Override
  public void open(Controller controller) {
    if (settings == null || log == null) {
      throw new IllegalStateException("configure() must come before open()");
    }
    writer = ReadModelWriter.start(settings, partition, controller, log);
  }

  /**
   * Maps and queues; throws when the queue is full, and the broker offers the record again later.
   */
  @Override
  public void export(Record<?> record) {
    if (writer == null) {
      throw new IllegalStateException("open() must come before export()");
    }
    writer.enqueue(mapping.toEntry(record));
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
  }
}
