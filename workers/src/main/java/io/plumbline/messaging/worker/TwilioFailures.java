package io.plumbline.messaging.worker;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import io.plumbline.messaging.DeliveryRefused;
import io.plumbline.messaging.DeliveryRefused.Reason;
import io.plumbline.messaging.DeliveryUnknown;
import io.plumbline.messaging.ProviderAway;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Set;

/** What a failed request to the provider means for the message. */
final class TwilioFailures {
  private static final int OPTED_OUT = 21610;

  /** Outside the 24-hour window, no such person on this channel, not a mobile number. */
  private static final Set<Integer> CHANNEL_CLOSED = Set.of(63016, 63003, 63024, 21211, 21614);

  private static final Set<Integer> OUR_FAULT = Set.of(401, 403);
  private static final int TOO_MANY = 429;

  private TwilioFailures() {}

  static RuntimeException translate(TwilioException failure) {
    return failure instanceof ApiException answer && answer.getStatusCode() != null
        ? answered(answer, answer.getStatusCode())
        : unanswered(failure);
  }

  private static RuntimeException answered(ApiException answer, int status) {
    if (status == TOO_MANY || OUR_FAULT.contains(status)) {
      return new ProviderAway("The phone provider takes nothing now: HTTP " + status, answer);
    }
    if (status >= 400 && status < 500) {
      var code = answer.getCode() == null ? status : answer.getCode();
      return new DeliveryRefused("The phone provider refused it: " + code, reason(code));
    }
    return new DeliveryUnknown("The phone provider answered HTTP " + status, answer);
  }

  private static RuntimeException unanswered(TwilioException failure) {
    return neverLeft(failure)
        ? new ProviderAway("The phone provider cannot be reached", failure)
        : new DeliveryUnknown("The phone provider's answer was lost", failure);
  }

  private static boolean neverLeft(TwilioException failure) {
    return failure.getCause() instanceof ConnectException
        || failure.getCause() instanceof HttpConnectTimeoutException;
  }

  private static Reason reason(int code) {
    if (code == OPTED_OUT) {
      return Reason.OPTED_OUT;
    }
    return CHANNEL_CLOSED.contains(code) ? Reason.CHANNEL_CLOSED : Reason.OTHER;
  }
}
