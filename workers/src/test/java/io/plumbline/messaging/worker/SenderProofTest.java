package io.plumbline.messaging.worker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderProofTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.acme.example; dmarc=pass header.from=site.example",
        "MX.acme.example 1; spf=pass smtp.mailfrom=x@site.example; DMARC=Pass header.from=Site.Example",
        "mx.acme.example; dkim=pass header.d=site.example;\r\n\tdmarc=pass (p=NONE (sp=NONE)) header.from=site.example",
        "\"mx.acme.example\"; dmarc/1 = pass reason=\"it; aligns\" header.from=\"site.example\" policy.dmarc=none",
        "mx.acme.example; dmarc=pass action=none header.from=site.example;compauth=pass reason=100",
        "mx.acme.example; spf=pass smtp.mailfrom=\"x dmarc=fail y\"@site.example; dmarc=pass header.from=site.example"
      })
  void shouldBelieveWhatTheServerConfirmed(String result) {
    assertThat(proven(result)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.acme.example; dmarc=fail header.from=site.example",
        "mx.acme.example; dmarc=none header.from=site.example",
        "mx.acme.example; dmarc=passed header.from=site.example",
        "mx.acme.example; xdmarc=pass header.from=site.example",
        "mx.acme.example; dmarc=pass header.from=evil.example",
        "mx.acme.example; dmarc=pass header.from=site.example@evil.example",
        "mx.acme.example; dmarc=pass header.from=site.example.evil.example",
        "mx.acme.example; dmarc=pass header.from=evil.example header.from=site.example",
        "mx.acme.example; dmarc=pass",
        "mx.acme.example; spf=pass header.from=site.example; dkim=pass header.from=site.example",
        "mx.acme.example dmarc=pass header.from=site.example",
        "mx.evil.example; dmarc=pass header.from=site.example",
        "mx.acme.example.evil.example; dmarc=pass header.from=site.example",
        "mx.acme.example; none",
        "",
        ";"
      })
  void shouldNotBelieveWhatTheServerDidNotConfirm(String result) {
    assertThat(proven(result)).isFalse();
  }

  /** The sender of the envelope is the writer's choice, and servers repeat it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.acme.example; spf=pass smtp.mailfrom=\"x dmarc=pass header.from=site.example y\"@evil.example; dmarc=fail header.from=site.example",
        "mx.acme.example; spf=pass smtp.mailfrom=\"x; dmarc=pass header.from=site.example; y\"@evil.example; dmarc=fail header.from=site.example",
        "mx.acme.example; spf=pass smtp.mailfrom=\"x\\\"; dmarc=pass header.from=site.example; y\"@evil.example",
        "mx.acme.example; spf=pass (mx: domain of \"a(b) dmarc=pass c\"@evil.example designates 1.2.3.4) smtp.mailfrom=evil.example; dmarc=fail header.from=site.example",
        "mx.acme.example; spf=pass (domain of x\\); dmarc=pass header.from=site.example; (y) smtp.mailfrom=evil.example",
        "mx.acme.example; spf=pass (domain of (x); dmarc=pass header.from=site.example; y) smtp.mailfrom=evil.example",
        "mx.acme.example; spf=pass smtp.mailfrom=x; dmarc=pass header.from=site.example; y@evil.example; dmarc=fail header.from=site.example",
        "mx.acme.example; dmarc=pass header.from=site.example; spf=pass smtp.mailfrom=\"x",
        "mx.acme.example; dmarc=pass header.from=site.example; spf=pass (x"
      })
  void shouldNotBelieveWhatTheWriterPutIntoIt(String result) {
    assertThat(proven(result)).isFalse();
  }

  @Test
  void shouldBelieveTheTopmostResultOfTheServerOnly() {
    assertThat(
            proven(
                "mx.acme.example; dmarc=fail header.from=site.example",
                "mx.acme.example; dmarc=pass header.from=site.example"))
        .isFalse();
    assertThat(
            proven(
                "scanner.acme.example; x-virus=none",
                "mx.acme.example; dmarc=pass header.from=site.example",
                "mx.acme.example; dmarc=fail header.from=site.example"))
        .isTrue();
  }

  @Test
  void shouldNotLookPastAResultThatCannotBeRead() {
    assertThat(
            proven(
                "mx.acme.example; spf=pass smtp.mailfrom=\"x",
                "mx.acme.example; dmarc=pass header.from=site.example"))
        .isFalse();
  }

  @Test
  void shouldBelieveNobodyWithoutResults() {
    assertThat(proven()).isFalse();
  }

  @Test
  void shouldBelieveNobodyWithoutTheServersName() {
    assertThat(proven("", " ; dmarc=pass header.from=site.example")).isFalse();
    assertThat(proven(true, "", "; dmarc=pass header.from=site.example")).isFalse();
    assertThat(proven(true, "", "\"\"; dmarc=pass header.from=site.example")).isFalse();
  }

  @Test
  void shouldAskForNoProofWhereNoneIsWanted() {
    assertThat(proven(false, "")).isTrue();
  }

  private static boolean proven(String... results) {
    return proven(true, "mx.acme.example", results);
  }

  private static boolean proven(boolean required, String server, String... results) {
    var settings =
        new InboundMailSettings(
            List.of(), Duration.ofSeconds(1), Duration.ofSeconds(1), required, server);
    try {
      var mail = new MimeMessage(Session.getInstance(new Properties()));
      for (var result : results) {
        mail.addHeader("Authentication-Results", result); // below the ones before
      }
      return new SenderProof(settings).isProven(mail, "omar@site.example");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
