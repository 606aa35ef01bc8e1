package io.plumbline.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Starts Plumbline; {@code plumbline.roles} says which parts of it run on this node. */
@SpringBootApplication(scanBasePackages = "io.plumbline")
@EntityScan("io.plumbline")
@EnableJpaRepositories("io.plumbline")
public class PlumblineApplication {
  public static void main(String[] args) {
    SpringApplication.run(PlumblineApplication.class, args);
  }
}
