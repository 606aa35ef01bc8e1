package io.plumbline.preview;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.plumbline.identity.Callers;
import io.plumbline.shared.ui.LoginView;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The views over a firm that lives in memory: for tests, and to look at them ({@code main}). */
@SpringBootConfiguration
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
    })
@ComponentScan({"io.plumbline.*.ui", "io.plumbline.preview"})
@Import(Callers.class)
public class PreviewApplication {

  public static void main(String[] args) {
    SpringApplication.run(PreviewApplication.class, args);
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) {
    http.with(VaadinSecurityConfigurer.vaadin(), views -> views.loginView(LoginView.class));
    return http.build();
  }

  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(
        Cast.names().stream()
            .map(
                name -> User.withUsername(name).password("{noop}p").roles(Cast.roles(name)).build())
            .toList());
  }
}
