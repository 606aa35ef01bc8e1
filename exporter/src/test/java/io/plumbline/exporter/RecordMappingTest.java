package io.plumbline.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordMappingTest {
  @Test
  void shouldAskTheBrokerForWhatItMapsOnly() {
    var filter = new RecordMapping().asFilter();
    assertThat(Arrays.stream(RecordType.values()).filter(filter::acceptType))
        .containsExactly(RecordType.EVENT);
    assertThat(Arrays.stream(ValueType.values()).filter(filter::acceptValue))
        .containsExactlyInAnyOrder(
            ValueType.PROCESS,
            ValueType.PROCESS_INSTANCE,
            ValueType.VARIABLE,
            ValueType.JOB,
            ValueType.INCIDENT,
            ValueType.TIMER,
            ValueType.DECISION_EVALUATION);
  }
}
