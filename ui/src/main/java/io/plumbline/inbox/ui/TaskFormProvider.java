package io.plumbline.inbox.ui;

import io.plumbline.inbox.TaskDetails;

/** A feature's forms for the tasks of one form key; a bean per key. */
public interface TaskFormProvider {

  String formKey();

  /** The process whose tasks these are, for the filter. */
  String processId();

  TaskForm open(TaskDetails task);
}
