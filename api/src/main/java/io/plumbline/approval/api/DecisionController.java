package io.plumbline.approval.api;

import io.plumbline.approval.DecisionLinks;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.api.NoNul;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looking decides nothing, however often a mail scanner looks; pressing a button does. */
@RestController
@Hidden
@RequestMapping("/decide")
class DecisionController {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionController.class);

  private final DecisionLinks links;

  DecisionController(DecisionLinks links) {
    this.links = links;
  }

  @GetMapping("/{token}")
  ResponseEntity<String> look(@PathVariable String token) {
    return answered(() -> form(HttpStatus.OK, token, "", ""));
  }

  /** What is left of a link that was cut, and the address that shows after deciding. */
  @GetMapping({"", "/", "/*/**"})
  ResponseEntity<String> nothing() {
    return unknown();
  }

  @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> decide(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String reason) {
    return answered(() -> decided(token, outcome, reason));
  }

  /** Whoever presses a link reads a page, also when the database is away. */
  @ExceptionHandler(ConcurrencyFailureException.class)
  ResponseEntity<String> someoneElseWasFirst(ConcurrencyFailureException conflict) {
    LOG.debug("Someone else saved first", conflict);
    return page(HttpStatus.CONFLICT, DecisionPage.interrupted());
  }

  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<String> unforeseen(RuntimeException failure) {
    if (NoNul.isCauseOf(failure)) {
      return page(HttpStatus.BAD_REQUEST, DecisionPage.refused(NoNul.SENTENCE));
    }
    LOG.error("Unforeseen failure of a decision by a link", failure);
    return page(HttpStatus.SERVICE_UNAVAILABLE, DecisionPage.interrupted());
  }

  private ResponseEntity<String> decided(String token, String outcome, String reason) {
    try {
      return links
          .decide(token, outcome, reason)
          .map(done -> page(HttpStatus.OK, DecisionPage.done(done)))
          .orElseGet(DecisionController::unknown);
    } catch (InvalidInput broken) {
      return form(HttpStatus.BAD_REQUEST, token, reason, String.valueOf(broken.getMessage()));
    }
  }

  private ResponseEntity<String> form(
      HttpStatus status, String token, String reason, String problem) {
    return links
        .open(token)
        .map(asked -> page(status, DecisionPage.form(asked, token, reason, problem)))
        .orElseGet(DecisionController::unknown);
  }

  private static ResponseEntity<String> answered(Supplier<ResponseEntity<String>> action) {
    try {
      return action.get();
    } catch (Refusal refusal) {
      return page(status(refusal), DecisionPage.refused(String.valueOf(refusal.getMessage())));
    }
  }

  private static HttpStatus status(Refusal refusal) {
    return switch (refusal) {
      case InvalidInput broken -> HttpStatus.BAD_REQUEST;
      case NotFound gone -> HttpStatus.NOT_FOUND;
      case NotAllowed forbidden -> HttpStatus.FORBIDDEN;
      case Conflict late -> HttpStatus.CONFLICT;
    };
  }

  private static ResponseEntity<String> unknown() {
    return page(HttpStatus.NOT_FOUND, DecisionPage.unknown());
  }

  private static ResponseEntity<String> page(HttpStatus status, String html) {
    return ResponseEntity.status(status).contentType(DecisionPage.HTML).body(html);
  }
}
