package io.plumbline.shared.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has Vaadin look for routes and the shell in every feature, wherever the application class lives.
 */
@Configuration(proxyBeanMethods = false)
@EnableVaadin("io.plumbline")
class UiConfiguration {

  @Bean
  I18NProvider texts() {
    return new Texts();
  }
}
