package io.plumbline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every demo firm can be written to in profile local, wherever the mailbox of this machine is. */
class DemoMailboxesTest {
  @Test
  void shouldReadAMailboxOfEachDemoFirmWhereMailsAreCaught() {
    var settings =
        settings(Map.of("PLUMBLINE_MAIL_HOST", "mailbox", "PLUMBLINE_MAIL_IMAP_PORT", "13143"));

    for (var i = 0; i < DemoFirm.all().size(); i++) {
      var slug = DemoFirm.all().get(i).slug();
      var mailbox = "plumbline.inbound-mail.mailboxes[" + i + "].";
      assertThat(settings.getProperty(mailbox + "firm")).isEqualTo(slug);
      assertThat(settings.getProperty(mailbox + "address"))
          .isEqualTo("requests@" + slug + ".example");
      assertThat(settings.getProperty(mailbox + "host")).isEqualTo("mailbox");
      assertThat(settings.getProperty(mailbox + "port")).isEqualTo("13143");
      assertThat(settings.getProperty(mailbox + "tls")).isEqualTo("false");
      assertThat(settings.getProperty(mailbox + "password")).isNotBlank();
    }
    assertThat(settings.getProperty("plumbline.inbound-mail.require-proof")).isEqualTo("false");
  }

  private static Environment settings(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    environment.setActiveProfiles("local");
    try (var context =
        new SpringApplicationBuilder(Nothing.class)
            .web(WebApplicationType.NONE)
            .environment(environment)
            .run("--spring.main.banner-mode=off")) {
      return context.getEnvironment();
    }
  }

  /** Only the settings are looked at. */
  static class Nothing {}
}
