package io.plumbline.messaging.api;

import io.plumbline.shared.api.ReadableParameters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses large forms, and forms that do not say how large they are, before they are read; then
 * those that cannot be read.
 */
final class SmallForms extends OncePerRequestFilter {
  static final int LIMIT_BYTES = 64 * 1024;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var length = request.getContentLengthLong();
    if (length < 0 && request.getHeader("Transfer-Encoding") != null || length > LIMIT_BYTES) {
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    if (!ReadableParameters.in(request)) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(request, response);
  }
}
