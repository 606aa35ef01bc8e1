package io.plumbline.messaging.api;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Callers;
import io.plumbline.identity.TenantId;
import io.plumbline.messaging.InboundMessages;
import io.plumbline.messaging.IntakeLoad;
import io.plumbline.messaging.OutgoingMessages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The provider's calls. They are answered as soon as the message is kept; whatever it means is
 * found out after the commit.
 */
@RestController
@Hidden
@RequestMapping(
    path = "/webhooks/twilio",
    consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
    produces = MediaType.TEXT_XML_VALUE)
class TwilioWebhooks {
  /** An answer that says nothing: ours goes out as a message of its own. */
  private static final String NOTHING = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

  private final TwilioSignature signature;
  private final InboundMessages inbound;
  private final IntakeLoad load;
  private final OutgoingMessages outgoing;
  private final Callers callers;

  TwilioWebhooks(
      TwilioSignature signature,
      InboundMessages inbound,
      IntakeLoad load,
      OutgoingMessages outgoing,
      Callers callers) {
    this.signature = signature;
    this.inbound = inbound;
    this.load = load;
    this.outgoing = outgoing;
    this.callers = callers;
  }

  @PostMapping("/messages")
  ResponseEntity<String> message(HttpServletRequest request) {
    return checked(
        request,
        fields -> {
          var message = new InboundForm(fields).message();
          message.ifPresent(taken -> load.measured(() -> inbound.receive(taken)));
          return message.isPresent() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        });
  }

  /** A report about a message whose sender wanted none. */
  @PostMapping("/status")
  ResponseEntity<String> status(HttpServletRequest request) {
    return checked(request, fields -> HttpStatus.OK);
  }

  /** A report about one of our messages; the signature covers whose and which. */
  @PostMapping("/status/{tenant}/{message}")
  ResponseEntity<String> status(
      HttpServletRequest request, @PathVariable UUID tenant, @PathVariable UUID message) {
    return checked(
        request,
        fields -> {
          callers.run(
              Caller.system(new TenantId(tenant)),
              () ->
                  outgoing.status(
                      message,
                      fields.getOrDefault("MessageStatus", ""),
                      fields.getOrDefault("ErrorCode", "")));
          return HttpStatus.OK;
        });
  }

  private ResponseEntity<String> checked(
      HttpServletRequest request, Function<Map<String, String>, HttpStatus> action) {
    return signature
        .check(request)
        .map(action)
        .map(status -> ResponseEntity.status(status).body(NOTHING))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
  }
}
