package io.plumbline.shared.api;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Paths of the API that are none: answered here, else the web interface would show its page. */
@Configuration(proxyBeanMethods = false)
class UnknownPaths {
  /** After the controllers, before the web interface. */
  private static final int ORDER = 100;

  @Bean
  SimpleUrlHandlerMapping unknownApiPaths(ProblemWriter problems) {
    HttpRequestHandler nothing =
        (request, response) ->
            problems.write(
                response, HttpStatus.NOT_FOUND, "path.unknown", "There is nothing at this path.");
    return new SimpleUrlHandlerMapping(Map.of("/api/**", nothing), ORDER);
  }
}
