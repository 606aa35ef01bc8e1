package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.Role;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.Problem;
import io.plumbline.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;

@CoreTest
class MessageTemplatesTest {
  private static final String SID = "HX0123456789abcdef0123456789abcdef";

  private final MessageTemplates templates;
  private final OutgoingQueue queue;
  private final OutgoingMessages outgoing;
  private final QueuedMessages queued;
  private final FakeMessenger messenger;
  private final TransactionTemplate transaction;
  private final TestTenants tenants;
  private final TestTenant firm;
  private final Caller admin;

  MessageTemplatesTest(
      MessageTemplates templates,
      OutgoingQueue queue,
      OutgoingMessages outgoing,
      QueuedMessages queued,
      FakeMessenger messenger,
      TransactionTemplate transaction,
      TestTenants tenants) {
    this.templates = templates;
    this.queue = queue;
    this.outgoing = outgoing;
    this.queued = queued;
    this.messenger = messenger;
    this.transaction = transaction;
    this.tenants = tenants;
    this.firm = tenants.newTenant();
    this.admin = firm.person("Admin", Role.ORGANISATION_ADMIN);
  }

  @Test
  void shouldFindCountryThenLanguageThenEnglish() {
    add(template("task.waiting", "en", "Task {{1}}", List.of("title")));
    add(template("task.waiting", "ar", "مهمة {{1}}", List.of("title")));
    add(template("task.waiting", "pt_BR", "Tarefa {{1}}", List.of("title")));
    assertThat(found("ar-SA")).isEqualTo("ar");
    assertThat(found("pt-BR")).isEqualTo("pt-BR");
    assertThat(found("de")).isEqualTo("en");
    assertThat(firm.asSystem(() -> templates.find("other", Locale.ENGLISH))).isEmpty();
  }

  @Test
  void shouldNotFindWhatIsSwitchedOffOrOfAnotherFirm() {
    add(new NewMessageTemplate("task.waiting", "en", SID, "Task {{1}}", List.of("title"), false));
    var other = tenants.newTenant();
    other.asSystem(() -> templates.add(template("order", "en", "Order", List.of())));
    assertThat(firm.asSystem(() -> templates.find("task.waiting", Locale.ENGLISH))).isEmpty();
    assertThat(firm.asSystem(() -> templates.find("order", Locale.ENGLISH))).isEmpty();
  }

  @Test
  void shouldFillEveryPlaceholderWithOneLine() {
    add(template("t", "en", "{{2}} for {{1}}, again {{2}}", List.of("who", "what")));
    var filled =
        firm.asSystem(() -> templates.find("t", Locale.ENGLISH).orElseThrow())
            .fill(Map.of("who", "Omar", "what", "$1 \\ \n two\tlines", "else", "x"));
    assertThat(filled.contentSid()).isEqualTo(SID);
    assertThat(filled.variables()).isEqualTo(Map.of("1", "Omar", "2", "$1 \\ two lines"));
    assertThat(filled.text()).isEqualTo("$1 \\ two lines for Omar, again $1 \\ two lines");
  }

  @Test
  void shouldRefuseToFillWithoutAValue() {
    add(template("t", "en", "For {{1}}", List.of("who")));
    var template = firm.asSystem(() -> templates.find("t", Locale.ENGLISH).orElseThrow());
    assertThatThrownBy(() -> template.fill(Map.of("who", "  "))).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Kind!|en|HX0123456789abcdef0123456789abcdef|Hi|kind
          ''|en|HX0123456789abcdef0123456789abcdef|Hi|kind
          k|' '|HX0123456789abcdef0123456789abcdef|Hi|language
          k|english|HX0123456789abcdef0123456789abcdef|Hi|language
          k|en|HX0123|Hi|contentSid
          k|en|MM0123456789abcdef0123456789abcdef|Hi|contentSid
          k|en|HX0123456789abcdef0123456789abcdef|' '|body
          k|en|HX0123456789abcdef0123456789abcdef|Hi {{1}}|variables
          k|en|HX0123456789abcdef0123456789abcdef|Hi {{2}}|variables
          """)
  void shouldNameFieldThatBreaksARule(
      String kind, String language, String sid, String body, String field) {
    var variables = body.contains("{{2}}") ? List.of("one") : List.<String>of();
    var typed = new NewMessageTemplate(kind, language, sid, body, variables, true);
    assertThatThrownBy(() -> add(typed))
        .isInstanceOf(InvalidInput.class)
        .satisfies(
            e -> assertThat(((Refusal) e).problems()).extracting(Problem::field).contains(field));
  }

  @Test
  void shouldRefuseTheSameVariableTwiceAndOddNames() {
    assertThatThrownBy(() -> add(template("k", "en", "{{1}} {{2}}", List.of("a", "a"))))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> add(template("k", "en", "{{1}}", List.of("no spaces"))))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void shouldKeepOneTemplatePerKindAndLanguage() {
    add(template("k", "en", "One", List.of()));
    assertThatThrownBy(() -> add(template("k", "en", "Two", List.of())))
        .isInstanceOf(Conflict.class);
    var other = add(template("k", "ar", "Two", List.of()));
    assertThatThrownBy(() -> change(other, 1, template("k", "en", "Two", List.of())))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void shouldNoticeThatSomeoneElseSavedFirst() {
    var id = add(template("k", "en", "One", List.of()));
    change(id, 1, template("k", "en", "Two", List.of()));
    assertThatThrownBy(() -> change(id, 1, template("k", "en", "Three", List.of())))
        .isInstanceOf(Conflict.class);
    assertThat(firm.as(admin, templates::all)).singleElement().matches(t -> t.body().equals("Two"));
    firm.run(admin, () -> templates.remove(id));
    assertThat(firm.as(admin, templates::all)).isEmpty();
  }

  @Test
  void shouldServeAdministratorsOnly() {
    var requester = firm.person("Requester", Role.REQUESTER);
    assertThatThrownBy(() -> firm.as(requester, templates::all)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(
            () -> firm.as(requester, () -> templates.add(template("k", "en", "One", List.of()))))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void shouldHandTemplateToTheProviderWithItsReadableText() {
    var phone = Phones.fresh();
    add(template("t", "en", "For {{1}}", List.of("who")));
    firm.run(
        firm.system(),
        () ->
            transaction.executeWithoutResult(
                done ->
                    queue.add(
                        "once",
                        null,
                        Channel.WHATSAPP,
                        phone,
                        templates
                            .find("t", Locale.ENGLISH)
                            .orElseThrow()
                            .fill(Map.of("who", "Omar")))));
    queued.of(firm.id()).forEach(id -> firm.run(firm.system(), () -> outgoing.deliver(id)));
    assertThat(messenger.textsTo(phone))
        .singleElement()
        .satisfies(
            text -> {
              assertThat(text.body()).isEqualTo("For Omar");
              assertThat(text.template())
                  .isEqualTo(new Messenger.Template(SID, Map.of("1", "Omar")));
            });
  }

  private String found(String language) {
    return firm.asSystem(
        () ->
            templates
                .find("task.waiting", Locale.forLanguageTag(language))
                .orElseThrow()
                .language());
  }

  private UUID add(NewMessageTemplate template) {
    return firm.as(admin, () -> templates.add(template));
  }

  private void change(UUID id, long version, NewMessageTemplate template) {
    firm.run(admin, () -> templates.change(id, version, template));
  }

  private static NewMessageTemplate template(
      String kind, String language, String body, List<String> variables) {
    return new NewMessageTemplate(kind, language, SID, body, variables, true);
  }
}
