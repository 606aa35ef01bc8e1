package io.plumbline.exporter;

/** States of process and element instances, as the database knows them. */
enum InstanceState {
  ACTIVE,
  COMPLETED,
  TERMINATED
}
