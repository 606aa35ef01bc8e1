package io.plumbline.procurement.worker;

import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestSteps;
import io.plumbline.procurement.process.ProcurementApproval.Job;
import io.plumbline.shared.worker.Worker;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the working calendar when a level is due, reminded and escalated. */
@Component
class ScheduleLevelWorker implements Worker<ScheduleLevelWorker.Input, ScheduleLevelWorker.Output> {
  private final PurchaseRequestSteps steps;

  ScheduleLevelWorker(PurchaseRequestSteps steps) {
    this.steps = steps;
  }

  @Override
  public String type() {
    return Job.SCHEDULE_LEVEL;
  }

  @Override
  public Output work(Input in) {
    var level =
        steps.scheduleLevel(
            new PurchaseRequestId(in.requestId()), in.group(), Duration.ofHours(in.hours()));
    return new Output(text(level.dueAt()), text(level.remindAt()), text(level.escalateAt()));
  }

  /** With the offset, as FEEL reads it. */
  private static String text(ZonedDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }

  /**
   * What it reads.
   *
   * @param group null in instances of the first version of the model
   */
  record Input(UUID requestId, @Nullable String group, int hours) {}

  record Output(String dueAt, String remindAt, String escalateAt) {}
}
