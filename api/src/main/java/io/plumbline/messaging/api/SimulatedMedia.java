package io.plumbline.messaging.api;

import io.plumbline.messaging.api.SimulatedMessages.Media;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out files of messages as the provider does: its API wants the account's secret and leads to
 * another host of it, where an address nobody can guess is enough.
 */
@RestController
@Hidden
@Profile("local")
@RequestMapping("/simulator/twilio")
class SimulatedMedia {
  static final String API = "api.twilio.com";

  /** Where the files themselves are. */
  static final String STORE = "mms.twiliocdn.com";

  private final SimulatedMessages messages;

  SimulatedMedia(SimulatedMessages messages) {
    this.messages = messages;
  }

  /** The address the webhook is told. */
  static URI address(String account, String message, Media media) {
    return URI.create(
        "https://%s/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
            .formatted(API, account, message, media.id()));
  }

  @GetMapping("/" + API + "/2010-04-01/Accounts/{account}/Messages/{message}/Media/{media}")
  ResponseEntity<Void> find(
      @PathVariable String account, @PathVariable String message, @PathVariable String media) {
    return messages
        .media(message, media)
        .map(found -> URI.create("https://%s/%s/%s".formatted(STORE, account, found.token())))
        .map(there -> ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT).location(there))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND))
        .build();
  }

  /** To keep, not to show: nobody has checked what it is. */
  @GetMapping("/" + STORE + "/{account}/{token}")
  ResponseEntity<byte[]> read(@PathVariable String account, @PathVariable String token) {
    return messages
        .media(token)
        .map(
            found ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().build().toString())
                    .body(found.file().content()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
