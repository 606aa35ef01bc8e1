package io.plumbline.messaging.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.WebhookTestApplication;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Role;
import io.plumbline.messaging.Notices;
import io.plumbline.messaging.QueuedMessages;
import io.plumbline.messaging.TestNotice;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(
    classes = WebhookTestApplication.class,
    properties = {
      "spring.main.banner-mode=off",
      "spring.flyway.enabled=false",
      "plumbline.twilio.auth-token=secret",
      "plumbline.twilio.public-url=https://plumbline.example"
    })
@AutoConfigureMockMvc
@TestConstructor(autowireMode = AutowireMode.ALL)
class TwilioWebhooksTest {
  private static final String URL = "https://plumbline.example";

  private final MockMvc http;
  private final JdbcClient jdbc;
  private final Notices notices;
  private final QueuedMessages queued;
  private final ChannelAddresses addresses;
  private final TestTenants tenants;
  private final String sid = "SM" + UUID.randomUUID().toString().replace("-", "");

  TwilioWebhooksTest(
      MockMvc http,
      JdbcClient jdbc,
      Notices notices,
      QueuedMessages queued,
      ChannelAddresses addresses,
      TestTenants tenants) {
    this.http = http;
    this.jdbc = jdbc;
    this.notices = notices;
    this.queued = queued;
    this.addresses = addresses;
    this.tenants = tenants;
  }

  @Test
  void shouldKeepWhatsAppText() throws Exception {
    http.perform(signed("/webhooks/twilio/messages", whatsApp("12 laptops, budget 14500 EUR")))
        .andExpect(status().isOk())
        .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_XML))
        .andExpect(content().xml("<Response/>"));
    var kept = kept();
    assertThat(kept)
        .containsEntry("channel", "WHATSAPP")
        .containsEntry("from_address", "+15005550006")
        .containsEntry("to_address", "+14155238886")
        .containsEntry("body", "12 laptops, budget 14500 EUR");
  }

  @Test
  void shouldKeepSms() throws Exception {
    var form = whatsApp("URGENT ticket: VPN down for whole office");
    form.putAll(
        Map.of("From", "+15005550006", "To", "+15005550001", "ToCountry", "US", "FromCity", ""));
    form.remove("WaId");
    http.perform(signed("/webhooks/twilio/messages", form)).andExpect(status().isOk());
    assertThat(kept())
        .containsEntry("channel", "SMS")
        .containsEntry("from_address", "+15005550006")
        .containsEntry("to_address", "+15005550001");
  }

  @Test
  void shouldKeepPictureWithoutText() throws Exception {
    var form = whatsApp("");
    form.putAll(
        Map.of(
            "NumMedia", "1",
            "MediaContentType0", "application/pdf",
            "MediaUrl0", "https://api.twilio.com/Media/ME1"));
    http.perform(signed("/webhooks/twilio/messages", form)).andExpect(status().isOk());
    assertThat(kept()).containsEntry("media_count", 1).containsEntry("body", "");
  }

  @Test
  void shouldTakeOptOutInTheAccountsOwnWords() throws Exception {
    var form = whatsApp("no more please");
    form.put("OptOutType", "STOP");
    http.perform(signed("/webhooks/twilio/messages", form)).andExpect(status().isOk());
    assertThat(kept()).containsEntry("body", "STOP");
  }

  @Test
  void shouldKeepWhatAPressedButtonCarriesBesideWhatItSays() throws Exception {
    var form = whatsApp("Approve");
    form.putAll(Map.of("ButtonText", "Approve", "ButtonPayload", "decide:1234"));
    http.perform(signed("/webhooks/twilio/messages", form)).andExpect(status().isOk());
    assertThat(kept()).containsEntry("body", "Approve").containsEntry("button", "decide:1234");
  }

  @Test
  void shouldTakeSenderWithoutNumber() throws Exception {
    var form = whatsApp("help");
    form.put("From", "whatsapp:US.13491208655302741918");
    http.perform(signed("/webhooks/twilio/messages", form)).andExpect(status().isOk());
    assertThat(kept()).containsEntry("from_address", "US.13491208655302741918");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"🚜👷‍♀️", "أحتاج ٢٠٠ كيس أسمنت", "\u202Ertl\u202C", "a\u0000b", "' or 1=1 --"})
  void shouldKeepAnyText(String body) throws Exception {
    http.perform(signed("/webhooks/twilio/messages", whatsApp(body))).andExpect(status().isOk());
    assertThat(kept()).containsEntry("body", body.replace("\u0000", ""));
  }

  @Test
  void shouldRefuseForgedAndMissingSignatureAndKeepNothing() throws Exception {
    var form = whatsApp("forged");
    http.perform(
            form("/webhooks/twilio/messages", form)
                .header(TwilioSignature.HEADER, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
        .andExpect(status().isForbidden());
    http.perform(form("/webhooks/twilio/messages", form)).andExpect(status().isForbidden());
    http.perform(signed("/webhooks/twilio/messages", form).param("Extra", "added"))
        .andExpect(status().isForbidden());
    assertThat(count()).isZero();
  }

  @Test
  void shouldRefuseLargeForms() throws Exception {
    http.perform(
            post("/webhooks/twilio/messages")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("Body=" + "x".repeat(SmallForms.LIMIT_BYTES)))
        .andExpect(status().isContentTooLarge());
  }

  @Test
  void shouldRefuseSignedNonsense() throws Exception {
    http.perform(signed("/webhooks/twilio/messages", Map.of("Body", "no sender")))
        .andExpect(status().isBadRequest());
  }

  @Test
  void shouldKeepSameMessageOnceWhenItComesTenTimesAtOnce() throws Exception {
    var form = whatsApp("once");
    Callable<Integer> call =
        () ->
            http.perform(signed("/webhooks/twilio/messages", form))
                .andReturn()
                .getResponse()
                .getStatus();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (var result : threads.invokeAll(IntStream.range(0, 10).mapToObj(i -> call).toList())) {
        assertThat(result.get()).isEqualTo(200);
      }
    }
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void shouldApplyReportToItsMessageOnly() throws Exception {
    var tenant = tenants.newTenant();
    var message = outgoing(tenant);
    var path = "/webhooks/twilio/status/" + tenant.id() + "/" + message;
    http.perform(signed(path, report("delivered"))).andExpect(status().isOk());
    http.perform(signed(path, report("sent"))).andExpect(status().isOk());
    assertThat(state(tenant, message)).isEqualTo("DELIVERED");

    var other = "/webhooks/twilio/status/" + tenants.newTenant().id() + "/" + message;
    http.perform(signed(other, report("read"))).andExpect(status().isOk());
    http.perform(form(path, report("read"))).andExpect(status().isForbidden());
    assertThat(state(tenant, message)).isEqualTo("DELIVERED");
  }

  @Test
  void shouldTakeReportsOfUnknownMessagesAndTheSameOneAgain() throws Exception {
    var tenant = tenants.newTenant();
    var message = outgoing(tenant);
    var unknown = "/webhooks/twilio/status/" + tenant.id() + "/" + UUID.randomUUID();
    http.perform(signed(unknown, report("delivered"))).andExpect(status().isOk());
    var path = "/webhooks/twilio/status/" + tenant.id() + "/" + message;
    http.perform(signed(path, report("read"))).andExpect(status().isOk());
    http.perform(signed(path, report("read"))).andExpect(status().isOk());
    http.perform(signed(path, report("undelivered"))).andExpect(status().isOk());
    http.perform(signed(path, report("no such word"))).andExpect(status().isOk());
    http.perform(
            form(path, report("failed"))
                .header(TwilioSignature.HEADER, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
        .andExpect(status().isForbidden());
    assertThat(state(tenant, message)).isEqualTo("READ");
  }

  @Test
  void shouldStartNothingByReports() throws Exception {
    http.perform(signed("/webhooks/twilio/status", report("sent"))).andExpect(status().isOk());
    assertThat(count()).isZero();
  }

  private UUID outgoing(TestTenant tenant) {
    var person = tenant.person("Site engineer", Role.REQUESTER);
    tenant.run(tenant.system(), () -> addresses.bind(Channel.SMS, "+9665" + sid, person.user()));
    tenant.run(tenant.system(), () -> notices.tell(TestNotice.of("once", person.user(), "Body")));
    return queued.of(tenant.id()).getFirst();
  }

  private String state(TestTenant tenant, UUID message) {
    return tenant.asSystem(
        () ->
            jdbc.sql("select state from app.outgoing_message where id = :id")
                .param("id", message)
                .query(String.class)
                .single());
  }

  private Map<String, String> whatsApp(String body) {
    var form = new HashMap<String, String>();
    form.put("SmsMessageSid", sid);
    form.put("NumMedia", "0");
    form.put("ProfileName", "Test User");
    form.put("WaId", "15005550006");
    form.put("SmsStatus", "received");
    form.put("Body", body);
    form.put("To", "whatsapp:+14155238886");
    form.put("NumSegments", "1");
    form.put("MessageSid", sid);
    form.put("AccountSid", "AC00000000000000000000000000000000");
    form.put("From", "whatsapp:+15005550006");
    form.put("ApiVersion", "2010-04-01");
    form.put("SomeFieldOfNextYear", "?");
    return form;
  }

  private Map<String, String> report(String status) {
    return Map.of(
        "MessageSid", sid,
        "MessageStatus", status,
        "ChannelPrefix", "whatsapp",
        "StructuredMessage", "false",
        "To", "whatsapp:+15005550006");
  }

  private static MockHttpServletRequestBuilder signed(String path, Map<String, String> fields) {
    return form(path, fields)
        .header(TwilioSignature.HEADER, SignedForm.signature("secret", URL + path, fields));
  }

  private static MockHttpServletRequestBuilder form(String path, Map<String, String> fields) {
    var request = post(path).contentType(MediaType.APPLICATION_FORM_URLENCODED);
    fields.forEach(request::param);
    return request;
  }

  private Map<String, Object> kept() {
    return jdbc.sql("select * from directory.inbound_message where provider_id = :id")
        .param("id", sid)
        .query()
        .singleRow();
  }

  private int count() {
    return jdbc.sql("select count(*) from directory.inbound_message where provider_id = :id")
        .param("id", sid)
        .query(Integer.class)
        .single();
  }
}
