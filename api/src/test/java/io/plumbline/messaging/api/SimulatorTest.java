package io.plumbline.messaging.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.WebhookTestApplication;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Role;
import io.plumbline.messaging.MessageTemplates;
import io.plumbline.messaging.NewMessageTemplate;
import io.plumbline.messaging.Notices;
import io.plumbline.messaging.PhoneSimulator;
import io.plumbline.messaging.PhoneSimulator.Bubble;
import io.plumbline.messaging.PhoneSimulator.Enclosed;
import io.plumbline.messaging.PhoneSimulator.Phone;
import io.plumbline.messaging.QueuedMessages;
import io.plumbline.messaging.TestNotice;
import io.plumbline.messaging.TestWindows;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** The simulated provider over HTTP, between our webhook and its own API. */
@SpringBootTest(
    classes = WebhookTestApplication.class,
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.main.banner-mode=off",
      "spring.flyway.enabled=false",
      "server.address=127.0.0.1",
      "plumbline.twilio.account-sid=AC1",
      "plumbline.twilio.auth-token=secret",
      "plumbline.twilio.whatsapp-sender=+14155238886",
      "plumbline.twilio.sms-sender=+15005550001"
    })
@ActiveProfiles("local")
@TestConstructor(autowireMode = AutowireMode.ALL)
class SimulatorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PORT = freePort();

  private final HttpClient client = HttpClient.newHttpClient();
  private final PhoneSimulator simulator;
  private final Notices notices;
  private final MessageTemplates templates;
  private final QueuedMessages queued;
  private final JdbcClient jdbc;
  private final TestTenant tenant;
  private final Phone phone;

  SimulatorTest(
      PhoneSimulator simulator,
      Notices notices,
      MessageTemplates templates,
      QueuedMessages queued,
      JdbcClient jdbc,
      ChannelAddresses addresses,
      TestTenants tenants) {
    this.simulator = simulator;
    this.notices = notices;
    this.templates = templates;
    this.queued = queued;
    this.jdbc = jdbc;
    this.tenant = tenants.newTenant();
    var person = tenant.person("Site engineer", Role.REQUESTER);
    var number = "+9665" + UUID.randomUUID().toString().replaceAll("[^0-9]", "7");
    this.phone = new Phone(tenant.tenant().name(), person.name(), Channel.WHATSAPP, number);
    tenant.run(
        tenant.system(),
        () -> {
          addresses.bind(Channel.WHATSAPP, number, person.user());
          TestWindows.open(jdbc, number, Instant.now());
          notices.tell(TestNotice.of("once", person.user(), "Body"));
        });
  }

  @DynamicPropertySource
  static void address(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> PORT);
    properties.add("plumbline.twilio.public-url", () -> "http://127.0.0.1:" + PORT);
  }

  @Test
  void shouldKnowEveryPhone() {
    assertThat(simulator.phones()).contains(phone);
  }

  @Test
  void shouldWriteThroughTheSignedWebhook() {
    simulator.write(phone, "Need 200 bags أسمنت & more ✓");
    assertThat(
            jdbc.sql("select body from directory.inbound_message where from_address = :from")
                .param("from", phone.address())
                .query(String.class)
                .single())
        .isEqualTo("Need 200 bags أسمنت & more ✓");
    assertThat(simulator.conversation(phone)).extracting(Bubble::mine).containsExactly(true);
  }

  @Test
  void shouldSendAPictureAndHandItOutAsTheProviderDoes() throws Exception {
    var png = new Enclosed("site.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
    simulator.send(phone, "Look at this", png);

    var url =
        jdbc.sql(
                "select url from directory.inbound_media join directory.inbound_message"
                    + " using (provider_id) where from_address = :from and body = 'Look at this'")
            .param("from", phone.address())
            .query(String.class)
            .single();
    assertThat(url).startsWith("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM");
    assertThat(get(url, "AC1:wrong").statusCode()).isEqualTo(403);
    assertThat(get(url + "0", "AC1:secret").statusCode()).isEqualTo(404);
    var found = get(url, "AC1:secret");
    assertThat(found.statusCode()).isEqualTo(307);
    var store = found.headers().firstValue("Location").orElseThrow();
    assertThat(store).startsWith("https://mms.twiliocdn.com/");
    var content = get(store, "no:secret");
    assertThat(content.body()).isEqualTo(png.content());
    assertThat(content.headers().firstValue("Content-Disposition")).contains("attachment");
    assertThat(get(store + "0", "AC1:secret").statusCode()).isEqualTo(404);
    assertThat(simulator.conversation(phone).getLast().file()).isEqualTo(png);
  }

  @Test
  void shouldForgetOldFilesBeforeTheyFillTheMemory() {
    var large = new Enclosed("plan.pdf", "application/pdf", new byte[20 * 1024 * 1024]);
    for (var i = 0; i < 5; i++) {
      simulator.send(phone, "", large);
    }
    assertThat(simulator.conversation(phone)).extracting(Bubble::file).hasSize(3);
  }

  @Test
  void shouldTakeListAndReportMessages() throws Exception {
    var heard = new CopyOnWriteArrayList<Phone>();
    var subscription = simulator.subscribe(heard::add);
    var message = queued.of(tenant.id()).getFirst();
    var callback =
        "http://127.0.0.1:" + PORT + "/webhooks/twilio/status/" + tenant.id() + "/" + message;
    var answer = send("AC1:secret", "Filed ✓", callback);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(simulator.conversation(phone))
        .singleElement()
        .satisfies(bubble -> assertThat(bubble.body()).isEqualTo("Filed ✓"));
    await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(phone::isSameLine));
    await().atMost(PATIENCE).until(() -> state(message).equals("DELIVERED"));
    assertThat(list().body()).contains("Filed ✓", "\"messages\"");
    subscription.close();
  }

  @Test
  void shouldShowTemplateAsThePersonReadsIt() throws Exception {
    var sid = "HX" + UUID.randomUUID().toString().replace("-", "");
    tenant.run(
        tenant.system(),
        () ->
            templates.add(
                new NewMessageTemplate("task", "en", sid, "Task {{1}}", List.of("title"), true)));
    var variables = "{\"1\":\"Approve PR-000123\"}";

    assertThat(sendTemplate(sid, variables).statusCode()).isEqualTo(201);
    assertThat(sendTemplate("HX0", variables).statusCode()).isEqualTo(201);
    assertThat(simulator.conversation(phone))
        .extracting(Bubble::body)
        .containsExactly("Task Approve PR-000123", "Template HX0\n1: Approve PR-000123");
  }

  @Test
  void shouldServeNobodyWithoutTheSecret() throws Exception {
    assertThat(send("AC1:wrong", "Hello", "").statusCode()).isEqualTo(403);
    assertThat(simulator.conversation(phone)).isEqualTo(List.of());
  }

  private HttpResponse<String> send(String account, String body, String callback) throws Exception {
    return post(account, "&Body=" + encoded(body) + "&StatusCallback=" + encoded(callback));
  }

  @Test
  void shouldShowTheButtonsOfATemplateAndPostWhatAPressedOneCarries() throws Exception {
    var sid = "HX" + UUID.randomUUID().toString().replace("-", "");
    tenant.run(
        tenant.system(),
        () ->
            templates.add(
                new NewMessageTemplate(
                    "task.ask",
                    "en",
                    sid,
                    "{{1}}",
                    List.of("body", "buttonApprove", "buttonSendBack"),
                    true)));
    var variables = "{\"1\":\"Approve?\",\"2\":\"decide:1\",\"3\":\"decide:2\"}";
    assertThat(sendTemplate(sid, variables).statusCode()).isEqualTo(201);

    var buttons = simulator.conversation(phone).getLast().buttons();
    assertThat(buttons)
        .containsExactly(
            new PhoneSimulator.Button("Approve", "decide:1"),
            new PhoneSimulator.Button("Send back", "decide:2"));
    simulator.press(phone, buttons.getLast());

    assertThat(
            jdbc.sql("select body, button from directory.inbound_message where from_address = ?")
                .param(phone.address())
                .query()
                .singleRow())
        .containsEntry("body", "Send back")
        .containsEntry("button", "decide:2");
  }

  private HttpResponse<String> sendTemplate(String sid, String variables) throws Exception {
    var fields = "&ContentSid=" + encoded(sid) + "&ContentVariables=" + encoded(variables);
    return post("AC1:secret", fields);
  }

  private HttpResponse<String> post(String account, String fields) throws Exception {
    var form =
        "To="
            + encoded("whatsapp:" + phone.address())
            + "&From="
            + encoded("whatsapp:+14155238886")
            + fields;
    var request =
        request(account, "")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** What is at an address of the provider, here. */
  private HttpResponse<byte[]> get(String url, String account) throws Exception {
    var here = url.replace("https://", "http://127.0.0.1:" + PORT + "/simulator/twilio/");
    var basic = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    return client.send(
        HttpRequest.newBuilder(URI.create(here))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + basic)
            .build(),
        BodyHandlers.ofByteArray());
  }

  private HttpResponse<String> list() throws Exception {
    var to = "?To=" + encoded("whatsapp:" + phone.address());
    return client.send(request("AC1:secret", to).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String account, String query) {
    var path = "/simulator/twilio/api.twilio.com/2010-04-01/Accounts/AC1/Messages.json";
    var basic = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path + query))
        .timeout(PATIENCE)
        .header("Authorization", "Basic " + basic);
  }

  private String state(UUID message) {
    return tenant.asSystem(
        () ->
            jdbc.sql("select state from app.outgoing_message where id = :id")
                .param("id", message)
                .query(String.class)
                .single());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("No free port", e);
    }
  }
}
