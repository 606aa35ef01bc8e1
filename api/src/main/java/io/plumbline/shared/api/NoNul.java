package io.plumbline.shared.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The character NUL, which PostgreSQL keeps in no text: refused at once in a query; in a body it is
 * found when the database refuses it.
 */
public final class NoNul extends OncePerRequestFilter {
  private static final Set<String> REFUSED_BY_DATABASE = Set.of("22021", "22P05");

  public static final String SENTENCE = "A text contains the character NUL, which is not kept.";

  private final ProblemWriter problems;

  public NoNul(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var query = request.getQueryString();
    if (query != null && (query.contains("%00") || query.indexOf('\0') >= 0)) {
      problems.write(response, problem());
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Whether the database refused a text for it. */
  public static boolean isCauseOf(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && refused.getSQLState() != null) {
        return REFUSED_BY_DATABASE.contains(refused.getSQLState());
      }
    }
    return false;
  }

  static ProblemDetail problem() {
    return ProblemJson.of(HttpStatus.BAD_REQUEST, "text.nul", SENTENCE);
  }
}
