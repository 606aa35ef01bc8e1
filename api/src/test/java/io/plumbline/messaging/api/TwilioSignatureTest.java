package io.plumbline.messaging.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The provider's published vectors (twilio-java, RequestValidatorTest, MIT), and our own cases. */
class TwilioSignatureTest {
  private static final String TOKEN = "12345";
  private static final Map<String, String> CALL =
      Map.of(
          "Digits", "1234",
          "CallSid", "CA1234567890ABCDE",
          "To", "+18005551212",
          "Caller", "+14158675309",
          "From", "+14158675309");
  private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
  private static final String SHA =
      "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

  @ParameterizedTest
  @CsvSource({
    "https://mycompany.com,      RSOYDt4T1cUTdK1PDd93/VVr8B8=,    true",
    "https://mycompany.com,      NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=, false",
    "https://mycompany.com:1234, RSOYDt4T1cUTdK1PDd93/VVr8B8=,    true",
    "http://mycompany.com:1234,  Zmvh+3yNM1Phv2jhDCwEM3q5ebU=,    true",
    "https://mycompany.com,      kvajT1Ptam85bY51eRf/AJRuM3w=,    true",
    "http://mycompany.com,       0ZXoZLH/DfblKGATFgpif+LLRf4=,    true"
  })
  void shouldJudgeFormsAsTheProviderDoes(String publicUrl, String signature, boolean valid) {
    assertThat(check(publicUrl, CALL, signature)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "foo=1&bar=2&bodySHA256=, a9nBmqA0ju/hNViExpshrM61xv4=, true",
    "bodySHA256=,             y77kIzt2vzLz71DgmJGsen2scGs=, true",
    "foo=1&bar=2,             RSOYDt4T1cUTdK1PDd93/VVr8B8=, false"
  })
  void shouldJudgeJsonAsTheProviderDoes(String query, String signature, boolean valid)
      throws URISyntaxException {
    var url = "https://mycompany.com/myapp.php?" + query + (query.endsWith("=") ? SHA : "");
    assertThat(new RequestValidator(TOKEN).validate(url, JSON, signature)).isEqualTo(valid);
  }

  @Test
  void shouldCoverFieldsItDoesNotKnowAndAnyScript() {
    var fields = Map.of("Body", "شكرا ✓ ok", "SomeNewField", "", "From", "whatsapp:+15005550006");
    var signature =
        SignedForm.signature(TOKEN, "https://mycompany.com/myapp.php?foo=1&bar=2", fields);
    assertThat(check("https://mycompany.com", fields, signature)).isTrue();
    assertThat(check("http://mycompany.com", fields, signature)).isFalse();
    assertThat(check("https://mycompany.com", Map.of("Body", "شكرا"), signature)).isFalse();
  }

  @Test
  void shouldRefuseEverythingWithoutToken() {
    var signature = new TwilioSignature(settings("", "https://mycompany.com"));
    assertThat(signature.check(request(CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))).isEmpty();
  }

  @Test
  void shouldRefuseMissingSignature() {
    var signature = new TwilioSignature(settings(TOKEN, "https://mycompany.com"));
    var request = request(CALL, "");
    request.removeHeader(TwilioSignature.HEADER);
    assertThat(signature.check(request)).isEmpty();
  }

  private static boolean check(String publicUrl, Map<String, String> fields, String signature) {
    return new TwilioSignature(settings(TOKEN, publicUrl))
        .check(request(fields, signature))
        .isPresent();
  }

  private static MockHttpServletRequest request(Map<String, String> fields, String signature) {
    var request = new MockHttpServletRequest("POST", "/myapp.php");
    request.setQueryString("foo=1&bar=2");
    request.addParameter("foo", "1");
    request.addParameter("bar", "2");
    fields.forEach(request::addParameter);
    request.addHeader(TwilioSignature.HEADER, signature);
    return request;
  }

  private static WebhookSettings settings(String token, String publicUrl) {
    return new WebhookSettings(token, URI.create(publicUrl), "", "", "");
  }
}
