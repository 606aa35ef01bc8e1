package io.plumbline.operations;

/**
 * A process that operators may end early. Its feature does it as the model says, by a message that
 * compensates what was done, so that nothing stays committed.
 */
public interface CancellableProcess {
  String processId();

  Cancellation cancellation(InstanceRow instance);

  /**
   * Asks the process to end early and records who asked, when and why. It has ended when the read
   * model says so.
   *
   * @param reason as typed
   * @throws io.plumbline.shared.InvalidInput without a usable reason
   * @throws io.plumbline.shared.Conflict when it cannot be cancelled any more, or it was asked for
   */
  void cancel(InstanceRow instance, String reason);
}
