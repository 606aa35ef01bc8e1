package io.plumbline.shared.worker;

import org.jspecify.annotations.Nullable;

/**
 * Does the jobs of one type: translates, calls one core step, translates back. May be called again
 * for the same job.
 *
 * @param <I> a record; its components are the variables that are fetched, required unless {@link
 *     Nullable}. A component {@code processInstanceKey} is filled in.
 * @param <O> a record whose components become variables, or {@link Void} for none
 */
public interface Worker<I extends Record, O> {
  String type();

  /**
   * Does the job.
   *
   * @throws BpmnError for a path the process models
   */
  @Nullable O work(I input);
}
