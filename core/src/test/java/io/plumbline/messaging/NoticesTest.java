package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.NoticeKind.Usual;
import io.plumbline.messaging.NoticePreferences.Choices;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.TenantSignals;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@CoreTest
class NoticesTest {
  private static final PageRequest PAGE = new PageRequest(0, 20);

  private final Notices notices;
  private final Notifications notifications;
  private final NoticePreferences preferences;
  private final ChannelAddresses addresses;
  private final Members members;
  private final HeardRequests requests;
  private final TenantSignals signals;
  private final TransactionTemplate transaction;
  private final TestTenant tenant;
  private final Caller person;

  NoticesTest(
      Notices notices,
      Notifications notifications,
      NoticePreferences preferences,
      ChannelAddresses addresses,
      Members members,
      HeardRequests requests,
      TenantSignals signals,
      TransactionTemplate transaction,
      NotificationPlayer player,
      TestTenants tenants) {
    this.notices = notices;
    this.notifications = notifications;
    this.preferences = preferences;
    this.addresses = addresses;
    this.members = members;
    this.requests = requests;
    this.signals = signals;
    this.transaction = transaction;
    this.tenant = tenants.newTenant();
    this.person = tenant.person("Site engineer", Role.REQUESTER);
    player.hold(tenant.id());
  }

  @Test
  void shouldTellOnceInTheApplicationAndOutside() {
    tell("a", "first");
    tell("a", "again");
    assertThat(bodies()).containsExactly("first");
    assertThat(requests.of(tenant.id())).isEqualTo(1);
  }

  @Test
  void shouldTellNothingWhenTheDecisionIsUndone() {
    tenant.run(
        tenant.system(),
        () ->
            transaction.executeWithoutResult(
                done -> {
                  notices.tell(TestNotice.of("a", person.user(), "undone"));
                  done.setRollbackOnly();
                }));
    assertThat(bodies()).isEmpty();
  }

  @Test
  void shouldStartNothingForWhoeverHasNoAddress() {
    var nobody = tenant.asSystem(() -> members.add("No address", null, Set.of(Role.REQUESTER)));
    tenant.run(tenant.system(), () -> notices.tell(TestNotice.of("a", nobody, "only here")));
    assertThat(requests.of(tenant.id())).isZero();
    assertThat(told(nobody)).containsExactly("only here");
  }

  @Test
  void shouldStartNothingForWhoeverWantsTheApplicationOnly() {
    choose(TestNotice.KIND.id(), List.of(), false, null);
    tell("a", "only here");
    assertThat(requests.of(tenant.id())).isZero();
    assertThat(bodies()).containsExactly("only here");
  }

  @Test
  void shouldStartNothingWhenTheChosenChannelIsClosed() {
    choose(TestNotice.KIND.id(), List.of(Channel.SMS), false, null);
    tell("a", "only here");
    assertThat(requests.of(tenant.id())).isZero();
  }

  @Test
  void shouldTellWhoseAccountIsStoppedInTheApplicationOnly() {
    tenant.account(person, "stopped-" + UUID.randomUUID(), "a long password");
    tenant.run(tenant.system(), () -> members.activate(person.user(), false));
    tell("a", "only here");
    assertThat(requests.of(tenant.id())).isZero();
    assertThat(bodies()).containsExactly("only here");
    tenant.run(tenant.system(), () -> members.activate(person.user(), true));
    tell("b", "outside again");
    assertThat(requests.of(tenant.id())).isEqualTo(1);
  }

  @Test
  void shouldNotTellWhatIsTellingNobodyUnlessChosen() {
    var silent = new NoticeKind("task.waiting", Usual.NOTHING);
    tenant.run(tenant.system(), () -> notices.tell(notice("a", silent)));
    assertThat(bodies()).isEmpty();
    choose("task.waiting", List.of(), false, null);
    tenant.run(tenant.system(), () -> notices.tell(notice("b", silent)));
    assertThat(bodies()).containsExactly("b");
  }

  @Test
  void shouldCountAndMarkAsRead() {
    tell("a", "a");
    tell("b", "b");
    assertThat(tenant.as(person, notifications::unread)).isEqualTo(2);
    var newest = tenant.as(person, () -> notifications.page(PAGE)).getFirst();
    assertThat(newest.body()).isEqualTo("b");
    assertThat(newest.number()).isEqualTo("PR-000001");
    var other = tenant.person("Project manager", Role.PROJECT_MANAGER);
    tenant.run(other, () -> notifications.markRead(newest.id()));
    assertThat(tenant.as(person, notifications::unread)).as("not theirs to read").isEqualTo(2);
    tenant.run(person, () -> notifications.markRead(newest.id()));
    assertThat(tenant.as(person, notifications::unread)).isEqualTo(1);
    tenant.run(person, notifications::markAllRead);
    assertThat(tenant.as(person, notifications::unread)).isZero();
  }

  @Test
  void shouldTellOtherPagesWhatWasRead() throws InterruptedException {
    var heard = new LinkedBlockingQueue<Boolean>();
    try (var subscription =
        signals.subscribe(tenant.id().value(), Notices.SIGNAL, () -> heard.add(true))) {
      assertThat(subscription).isNotNull();
      tell("a", "a");
      assertThat(heard.poll(10, TimeUnit.SECONDS)).as("told").isTrue();
      tenant.run(person, notifications::markAllRead);
      assertThat(heard.poll(10, TimeUnit.SECONDS)).as("read").isTrue();
    }
  }

  @Test
  void shouldKeepChoices() {
    var quiet = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    choose(TestNotice.KIND.id(), List.of(Channel.EMAIL, Channel.SMS), true, quiet);
    var mine = tenant.as(person, preferences::mine);
    assertThat(mine.quietHours()).isEqualTo(quiet);
    assertThat(mine.notices())
        .contains(
            new NoticePreference(TestNotice.KIND.id(), List.of(Channel.EMAIL, Channel.SMS), true),
            NoticePreference.usual("task.waiting"));
    choose(TestNotice.KIND.id(), null, false, null);
    assertThat(tenant.as(person, preferences::mine).quietHours()).isNull();
    assertThat(tenant.as(person, preferences::mine).notices())
        .contains(NoticePreference.usual(TestNotice.KIND.id()));
  }

  @Test
  void shouldRefuseNonsense() {
    var noon = LocalTime.NOON;
    assertRefused("no.such.kind", List.of(), null, "notice.kind.unknown");
    assertRefused("test", List.of(Channel.WEB), null, "notice.channels.wrong");
    assertRefused("test", List.of(Channel.SMS, Channel.SMS), null, "notice.channels.wrong");
    assertRefused("test", null, new QuietHours(noon, noon), "notice.quietHours.empty");
  }

  @Test
  void shouldKnowWhereAPersonCanBeReached() {
    var phone = Phones.fresh();
    tenant.run(tenant.system(), () -> addresses.bind(Channel.SMS, phone, person.user()));
    assertThat(tenant.as(person, preferences::reachable))
        .containsExactlyInAnyOrder(Channel.SMS, Channel.EMAIL);
    tenant.run(tenant.system(), () -> addresses.optOut(Channel.SMS, phone));
    assertThat(tenant.as(person, preferences::reachable)).containsExactly(Channel.EMAIL);
  }

  private void assertRefused(
      String kind, @Nullable List<Channel> channels, @Nullable QuietHours quiet, String code) {
    assertThatThrownBy(() -> choose(kind, channels, false, quiet))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.problems().getFirst().code()).isEqualTo(code));
  }

  private void choose(
      String kind, @Nullable List<Channel> channels, boolean passes, @Nullable QuietHours quiet) {
    tenant.run(
        person,
        () ->
            preferences.save(
                new Choices(List.of(new NoticePreference(kind, channels, passes)), quiet)));
  }

  private Notice notice(String text, NoticeKind kind) {
    return new Notice(text, person.user(), kind, "Subject", text, Notice.About.NOTHING);
  }

  private void tell(String once, String body) {
    tenant.run(tenant.system(), () -> notices.tell(TestNotice.of(once, person.user(), body)));
  }

  private List<String> bodies() {
    return told(person.user());
  }

  private List<String> told(UserId user) {
    var caller = new Caller(tenant.id(), user, "Reader", Set.of(), Channel.WEB);
    return tenant.as(
        caller, () -> notifications.page(PAGE).stream().map(Notifications.Row::body).toList());
  }
}
