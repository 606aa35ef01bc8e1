package io.plumbline.shared.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms and queries that cannot be read, before anybody asks for a parameter: else the
 * container fails in the middle of the call, which would be told and logged as our failure.
 */
public final class ReadableParameters extends OncePerRequestFilter {
  private final ProblemWriter problems;

  public ReadableParameters(ProblemWriter problems) {
    this.problems = problems;
  }

  /** False for a wrong percent sign, bytes that are no UTF-8, or more parameters than are taken. */
  public static boolean in(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (IllegalStateException unreadable) { // what the servlet API promises for all of these
      return false;
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (in(request)) {
      chain.doFilter(request, response);
    } else {
      problems.write(
          response,
          HttpStatus.BAD_REQUEST,
          "parameters.unreadable",
          "The parameters cannot be read: they are form-encoded UTF-8.");
    }
  }
}
