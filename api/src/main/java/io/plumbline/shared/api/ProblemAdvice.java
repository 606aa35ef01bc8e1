package io.plumbline.shared.api;

import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.Refusal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Every error of the HTTP edge as problem+json; what is not foreseen is logged and told as 500. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String TOO_MANY = "signIn.tooManyAttempts";
  private static final String TOO_LARGE = "file.tooLarge";

  @ExceptionHandler(Refusal.class)
  ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
    var status = status(refusal);
    var answer = ResponseEntity.status(status);
    if (status == HttpStatus.TOO_MANY_REQUESTS) {
      answer.header(
          HttpHeaders.RETRY_AFTER, String.valueOf(refusal.problems().getFirst().args().getFirst()));
    }
    return answer.body(ProblemJson.of(status, refusal, locale));
  }

  @ExceptionHandler(ConcurrencyFailureException.class)
  ResponseEntity<ProblemDetail> someoneElseWasFirst(ConcurrencyFailureException conflict) {
    LOG.debug("Someone else saved first", conflict);
    return answer(
        HttpStatus.CONFLICT, "changed", "Someone else changed this at the same time. Try again.");
  }

  @ExceptionHandler(DataAccessException.class)
  ResponseEntity<ProblemDetail> refusedByDatabase(DataAccessException failure, WebRequest request) {
    return NoNul.isCauseOf(failure)
        ? ResponseEntity.badRequest().body(NoNul.problem())
        : unforeseen(failure, request);
  }

  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<ProblemDetail> unforeseen(RuntimeException failure, WebRequest request) {
    LOG.error("Unforeseen failure of {}", pattern(request), failure);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "unexpected",
        "Something went wrong on our side. Nothing was changed. Try again later.");
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem = BodyTooLarge.isCauseOf(failure) ? BodyTooLarge.problem() : unreadable(failure);
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var answer = super.handleExceptionInternal(failure, body, headers, status, request);
    if (answer != null
        && answer.getBody() instanceof ProblemDetail detail
        && detail.getProperties() == null) {
      detail.setProperty("code", "http." + status.value());
    }
    return answer;
  }

  /** What was called, never with what: an address may hold the token of a link. */
  private static Object pattern(WebRequest request) {
    return Objects.requireNonNullElse(
        request.getAttribute(
            HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST),
        "a request that matched nothing");
  }

  private static HttpStatus status(Refusal refusal) {
    return switch (refusal) {
      case InvalidInput invalid ->
          invalid.problems().getFirst().code().equals(TOO_LARGE)
              ? HttpStatus.CONTENT_TOO_LARGE
              : HttpStatus.BAD_REQUEST;
      case NotFound missing -> HttpStatus.NOT_FOUND;
      case NotAllowed denied ->
          denied.problems().getFirst().code().equals(TOO_MANY)
              ? HttpStatus.TOO_MANY_REQUESTS
              : HttpStatus.FORBIDDEN;
      case Conflict conflict -> HttpStatus.CONFLICT;
    };
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String code, String sentence) {
    return ResponseEntity.status(status).body(ProblemJson.of(status, code, sentence));
  }

  /** Says where the JSON is wrong, never what it contained. */
  private static ProblemDetail unreadable(HttpMessageNotReadableException failure) {
    var problem =
        ProblemJson.of(
            HttpStatus.BAD_REQUEST, "json.unreadable", "The body is not the JSON expected here.");
    if (failure.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
      problem.setProperty(
          "errors",
          ProblemJson.FieldError.one(
              path(wrong), "json.wrongType", "This value has the wrong type or form."));
    }
    return problem;
  }

  private static String path(DatabindException wrong) {
    return wrong.getPath().stream()
        .map(ProblemAdvice::step)
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String step(JacksonException.Reference reference) {
    return reference.getPropertyName() == null
        ? "[" + reference.getIndex() + "]"
        : "." + reference.getPropertyName();
  }
}
