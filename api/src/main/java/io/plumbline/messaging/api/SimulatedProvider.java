package io.plumbline.messaging.api;

import io.plumbline.messaging.api.SimulatedMessages.Carried;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The provider's API for messages, as far as its SDK needs it here: takes a message, lists
 * messages, and reports that each was sent and delivered.
 */
@RestController
@Hidden
@Profile("local")
@RequestMapping("/simulator/twilio/api.twilio.com/2010-04-01/Accounts/{account}/Messages.json")
class SimulatedProvider implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SimulatedProvider.class);

  private final SimulatedMessages messages;
  private final ProviderCalls calls;
  private final SimulatedTemplates templates;
  private final ExecutorService reports = Executors.newVirtualThreadPerTaskExecutor();

  SimulatedProvider(SimulatedMessages messages, ProviderCalls calls, SimulatedTemplates templates) {
    this.messages = messages;
    this.calls = calls;
    this.templates = templates;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> send(
      @PathVariable String account,
      @RequestParam("To") String to,
      @RequestParam("From") String from,
      @RequestParam(name = "Body", defaultValue = "") String body,
      @RequestParam(name = "ContentSid", defaultValue = "") String template,
      @RequestParam(name = "ContentVariables", defaultValue = "{}") String variables,
      @RequestParam(name = "StatusCallback", defaultValue = "") String callback) {
    var message =
        template.isEmpty()
            ? messages.add(false, to, from, body, List.of())
            : messages.add(
                false,
                to,
                from,
                templates.text(template, variables),
                templates.buttons(template, variables));
    if (!callback.isEmpty()) {
      reports.execute(() -> report(URI.create(callback), message));
    }
    return json(account, message, "queued");
  }

  @GetMapping
  Map<String, Object> list(
      @PathVariable String account, @RequestParam(name = "To", defaultValue = "") String to) {
    var found =
        messages.of(to).stream()
            .filter(message -> !message.fromPhone())
            .map(message -> json(account, message, "delivered"))
            .toList()
            .reversed();
    return Map.of("messages", found, "page", 0, "page_size", 50, "uri", "");
  }

  private void report(URI callback, Carried message) {
    for (var status : List.of("sent", "delivered")) {
      var answer =
          calls.post(
              callback,
              Map.of(
                  "MessageSid", message.sid(),
                  "MessageStatus", status,
                  "From", message.ours(),
                  "To", message.phone()));
      if (answer != 200) {
        log.warn("The report about {} was answered by {}", message.sid(), answer);
      }
    }
  }

  private static Map<String, Object> json(String account, Carried message, String status) {
    var json = new HashMap<String, Object>();
    json.put("sid", message.sid());
    json.put("account_sid", account);
    json.put("to", message.phone());
    json.put("from", message.ours());
    json.put("body", message.body());
    json.put("status", status);
    json.put("direction", "outbound-api");
    json.put("num_media", "0");
    json.put("num_segments", "1");
    json.put("api_version", "2010-04-01");
    json.put(
        "date_created",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(message.at().atOffset(ZoneOffset.UTC)));
    return json;
  }

  @Override
  public void close() {
    reports.shutdown();
  }
}
