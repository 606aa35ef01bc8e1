package io.plumbline.shared.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/**
 * Has Vaadin look for routes and the shell in every feature, wherever the application class lives.
 */
@Configuration(proxyBeanMethods = false)
@EnableVaadin("io.plumbline")
@PropertySource("classpath:io/plumbline/shared/ui/vaadin.properties")
class UiConfiguration {

  @Bean
  I18NProvider texts() {
    return new Texts();
  }
}
