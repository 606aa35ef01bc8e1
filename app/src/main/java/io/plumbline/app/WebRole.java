package io.plumbline.app;

import io.plumbline.shared.process.NodeRole;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A node that does not serve people answers probes and collectors only. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WebRole extends OncePerRequestFilter {
  private final boolean serves;

  WebRole(@Value("${plumbline.roles:web,worker,relay}") Set<NodeRole> roles) {
    this.serves = roles.contains(NodeRole.WEB);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (serves || request.getRequestURI().startsWith("/actuator/")) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
