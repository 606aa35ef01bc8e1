package io.plumbline.messaging.process;

import io.plumbline.messaging.NotificationFacts.Quiet;
import io.plumbline.messaging.NotificationFacts.Reachability;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names shared with bpmn/messaging/notification.bpmn; ContractTest keeps both equal. */
public final class Notification {
  public static final String ID = "notification";

  private Notification() {}

  /** Job types: element id {@code SendNotification} = {@code messaging.sendNotification}. */
  public static final class Job {
    public static final String CLAIM_NOTIFICATION = "messaging.claimNotification";
    public static final String SEND_NOTIFICATION = "messaging.sendNotification";

    private Job() {}
  }

  /** The start is correlated by the id of the notification, a report by the id of the message. */
  public static final class Message {
    public static final String NOTIFICATION_REQUESTED = "messaging.notificationRequested";
    public static final String DELIVERY_REPORTED = "messaging.deliveryReported";

    private Message() {}
  }

  /** Decisions the process calls. */
  public static final class Decision {
    public static final String CHANNELS = "notification-channels";
    public static final String QUIET_HOURS = "quiet-hours";

    private Decision() {}
  }

  /** How an instance ends. */
  public static final class Element {
    public static final String DELIVERED = "Delivered";
    public static final String DUPLICATE_ENDED = "DuplicateEnded";
    public static final String HANDED_OVER = "HandedOver";
    public static final String NO_CHANNEL_LEFT = "NoChannelLeft";

    private Element() {}
  }

  /**
   * Variables of {@link Message#NOTIFICATION_REQUESTED}.
   *
   * @param businessKey the number people know the matter by
   * @param title the kind of the notice
   * @param reach where the person can be reached, when it was told
   * @param quiet their quiet hours
   */
  public record Started(
      UUID tenantId,
      @Nullable String businessKey,
      String title,
      UUID notificationId,
      @Nullable Reachability reach,
      @Nullable Quiet quiet) {}

  /** Variables of {@link Message#DELIVERY_REPORTED}. */
  public record Reported(boolean delivered) {}
}
