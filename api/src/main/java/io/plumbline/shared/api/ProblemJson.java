package io.plumbline.shared.api;

import io.plumbline.shared.Problem;
import io.plumbline.shared.ProblemTexts;
import io.plumbline.shared.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** How a refusal reads as problem+json (RFC 9457), with the code and the broken rules. */
final class ProblemJson {
  private ProblemJson() {}

  static ProblemDetail of(HttpStatusCode status, Refusal refusal, Locale locale) {
    var problems = refusal.problems();
    var sentences =
        problems.stream().map(problem -> ProblemTexts.sentence(problem, locale)).distinct();
    var detail = of(status, problems.getFirst().code(), String.join(" ", sentences.toList()));
    if (problems.stream().anyMatch(problem -> problem.field() != null)) {
      detail.setProperty(
          "errors", problems.stream().map(problem -> FieldError.of(problem, locale)).toList());
    }
    return detail;
  }

  static ProblemDetail of(HttpStatusCode status, String code, String sentence) {
    var detail = ProblemDetail.forStatusAndDetail(status, sentence);
    detail.setType(URI.create("urn:plumbline:problem:" + code));
    detail.setProperty("code", code);
    return detail;
  }

  /** The problem as a plain map, for places where no message converter is at hand. */
  static Map<String, Object> asMap(ProblemDetail detail) {
    return Map.of(
        "type", String.valueOf(detail.getType()),
        "title", String.valueOf(detail.getTitle()),
        "status", detail.getStatus(),
        "detail", String.valueOf(detail.getDetail()),
        "code",
            String.valueOf(
                detail.getProperties() == null ? "" : detail.getProperties().get("code")));
  }

  /** A broken rule at a field; the field is null when it is about the whole. */
  record FieldError(@Nullable String field, String code, String message) {
    static FieldError of(Problem problem, Locale locale) {
      return new FieldError(
          problem.field(), problem.code(), ProblemTexts.sentence(problem, locale));
    }

    static List<FieldError> one(String field, String code, String message) {
      return List.of(new FieldError(field, code, message));
    }
  }
}
