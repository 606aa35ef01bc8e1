package io.plumbline.procurement.ui;

import com.vaadin.flow.component.UI;
import io.plumbline.identity.Role;
import io.plumbline.shared.ui.NewEntry;
import io.plumbline.shared.ui.NumberRoute;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to the pages of procurement, for everyone. */
@Configuration(proxyBeanMethods = false)
public class ProcurementNavigation {
  static final String REQUESTS = "requests";
  static final String NEW = "requests/new";
  private static final Pattern NUMBER = Pattern.compile("PR-\\d{1,9}");

  public static void toRequest(String number) {
    UI.getCurrent().navigate(REQUESTS + "/" + number);
  }

  public static void toNewRequest() {
    UI.getCurrent().navigate(NEW);
  }

  @Bean
  NumberRoute requestNumbers() {
    return number -> {
      var written = number.strip().toUpperCase(Locale.ROOT);
      return NUMBER.matcher(written).matches()
          ? Optional.of(REQUESTS + "/" + written)
          : Optional.empty();
    };
  }

  @Bean
  NewEntry newRequest() {
    return new NewEntry("request.new", NEW, Role.REQUESTER);
  }
}
