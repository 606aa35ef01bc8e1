package io.plumbline.bench;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The cheapest way to follow the raw engine: runs inside the broker and writes one line per new
 * user task, finished instance and request id to a socket. No database.
 */
public final class RecordStreamExporter implements Exporter {
  static final String PORT = "port";
  private static final String USER_TASK = "io.camunda.zeebe:userTask";

  private int port;

  @SuppressWarnings("NullAway.Init") // open() comes first
  private Controller controller;

  @SuppressWarnings("NullAway.Init")
  private BufferedWriter out;

  @Override
  public void configure(Context context) {
    port = Integer.parseInt(String.valueOf(context.getConfiguration().getArguments().get(PORT)));
    context.setFilter(
        new Context.RecordFilter() {
          @Override
          public boolean acceptType(RecordType type) {
            return type == RecordType.EVENT;
          }

          @Override
          public boolean acceptValue(ValueType type) {
            return type == ValueType.JOB
                || type == ValueType.VARIABLE
                || type == ValueType.PROCESS_INSTANCE;
          }
        });
  }

  @Override
  @SuppressWarnings("resource") // the socket lives as long as the broker
  public void open(Controller opened) {
    controller = opened;
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      out =
          new BufferedWriter(
              new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void export(Record<?> exported) {
    var value = exported.getValue();
    if (value instanceof VariableRecordValue variable && "requestId".equals(variable.getName())) {
      line("V", variable.getProcessInstanceKey(), variable.getValue().replace("\"", ""));
    } else if (value instanceof JobRecordValue job
        && USER_TASK.equals(job.getType())
        && exported.getIntent() == JobIntent.CREATED) {
      line("T", job.getProcessInstanceKey(), Long.toString(exported.getKey()));
    } else if (value instanceof ProcessInstanceRecordValue instance
        && instance.getBpmnElementType() == BpmnElementType.PROCESS
        && exported.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED) {
      line("E", instance.getProcessInstanceKey(), "");
    }
    controller.updateLastExportedRecordPosition(exported.getPosition());
  }

  private void line(String kind, long instance, String rest) {
    try {
      out.write(kind + " " + instance + " " + rest + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
