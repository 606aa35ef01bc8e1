package io.plumbline.exporter;

import io.camunda.zeebe.protocol.Protocol;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of user tasks are people's tasks; of all other jobs only the failing ones are of interest.
 */
final class JobMapper implements RowMapper<JobRecordValue> {
  private final UserTasks userTasks = new UserTasks();
  private final FailingJobs failingJobs = new FailingJobs();

  @Override
  public Class<JobRecordValue> reads() {
    return JobRecordValue.class;
  }

  @Override
  public @Nullable Row map(Record<?> record, JobRecordValue value) {
    var intent = (JobIntent) record.getIntent();
    return value.getType().equals(Protocol.USER_TASK_JOB_TYPE)
        ? userTasks.map(record, intent, value)
        : failingJobs.map(record, intent, value);
  }
}
