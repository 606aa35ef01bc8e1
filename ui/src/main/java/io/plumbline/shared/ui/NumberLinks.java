package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Numbers such as {@code PR-000123} lead to their page wherever they are shown. */
@Service
public class NumberLinks {
  private final List<NumberRoute> routes;

  NumberLinks(List<NumberRoute> routes) {
    this.routes = routes;
  }

  public Component to(String number) {
    var link = pathOf(number).<Component>map(path -> new Anchor(path, number));
    var shown = link.orElseGet(() -> new Span(number));
    shown.addClassName("num");
    return shown;
  }

  /** The path of the page for this number, when there is one. */
  public Optional<String> pathOf(String number) {
    return routes.stream().flatMap(route -> route.pathOf(number).stream()).findFirst();
  }
}
