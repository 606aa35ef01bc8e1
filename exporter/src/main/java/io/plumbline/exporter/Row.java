package io.plumbline.exporter;

/** What one record says about one row of the read model. */
interface Row {
  /** Rows of one class with one id are states of the same thing. */
  Object id();

  long position();

  /** The process instance whose views change with this row; 0 when there is none. */
  long processInstanceKey();

  /** This row and a newer state as one; a multi-row upsert may touch a row only once. */
  default Row followedBy(Row newer) {
    return newer;
  }
}
