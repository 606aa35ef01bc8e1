package io.plumbline.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordValue;
import org.jspecify.annotations.Nullable;

/**
 * Says what one type of record means; keeps nothing of the record, whose buffer the broker reuses.
 */
interface RowMapper<V extends RecordValue> {
  Class<V> reads();

  /**
   * Null when the record changes nothing in the read model; a runtime exception when it makes no
   * sense.
   */
  @Nullable Row map(Record<?> record, V value);
}
