package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestClock;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Members;
import io.plumbline.identity.Role;
import io.plumbline.identity.UserId;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CoreTest
class UndeliveredMessagesTest {
  private final UndeliveredMessages undelivered;
  private final Notices notices;
  private final OutgoingMessages outgoing;
  private final ChannelAddresses addresses;
  private final Members members;
  private final FakeMessenger messenger;
  private final QueuedMessages queued;
  private final TestClock clock;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller operator;
  private final String phone = Phones.fresh();
  private UserId person;

  UndeliveredMessagesTest(
      UndeliveredMessages undelivered,
      Notices notices,
      OutgoingMessages outgoing,
      ChannelAddresses addresses,
      Members members,
      FakeMessenger messenger,
      QueuedMessages queued,
      TestClock clock,
      TestTenants tenants) {
    this.undelivered = undelivered;
    this.notices = notices;
    this.outgoing = outgoing;
    this.addresses = addresses;
    this.members = members;
    this.messenger = messenger;
    this.queued = queued;
    this.clock = clock;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.operator = tenant.person("Operator", Role.OPERATOR);
    this.person = operator.user();
  }

  @BeforeEach
  void personWithAPhoneOnly() {
    person = tenant.asSystem(() -> members.add("Site engineer", null, Set.of(Role.REQUESTER)));
    tenant.run(tenant.system(), () -> addresses.bind(Channel.SMS, phone, person));
  }

  @Test
  void shouldListWhatNoOtherChannelTookOver() {
    var message = failed(() -> new DeliveryRefused("30003 unreachable"));
    assertThat(list())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo(message);
              assertThat(row.unknown()).isFalse();
              assertThat(row.reason()).contains("30003");
              assertThat(row.person()).isEqualTo("Site engineer");
              assertThat(row.number()).isEqualTo("PR-000001");
            });
  }

  @Test
  void shouldNotListWhatArrivedOnAnotherChannel() {
    var mailed = tenant.person("Project manager", Role.PROJECT_MANAGER);
    var sms = Phones.fresh();
    tenant.run(tenant.system(), () -> addresses.bind(Channel.SMS, sms, mailed.user()));
    tenant.run(tenant.system(), () -> notices.tell(TestNotice.of("a", mailed.user(), "to both")));
    messenger.fail(sms, 1, () -> new DeliveryRefused("30003 unreachable"));
    deliverAll();
    assertThat(list()).isEmpty();
  }

  @Test
  void shouldSendAgainOnce() {
    var message = failed(() -> new DeliveryRefused("30003 unreachable"));
    tenant.run(operator, () -> undelivered.sendAgain(message));
    deliverAll();
    assertThat(messenger.bodiesTo(phone)).containsExactly("text");
    assertThat(list()).isEmpty();
    assertThatThrownBy(() -> tenant.run(operator, () -> undelivered.sendAgain(message)))
        .isInstanceOf(Conflict.class);
  }

  /** Else the links in it would lead nowhere: they are made for a person when it goes out. */
  @Test
  void shouldKnowWhomAMailSentAgainIsFor() {
    var mailed = tenant.person("Project manager", Role.PROJECT_MANAGER);
    tenant.run(tenant.system(), () -> notices.tell(TestNotice.of("a", mailed.user(), "text")));
    deliverAll();
    var first = queued.of(tenant.id()).getFirst();
    tenant.run(tenant.system(), () -> outgoing.status(first, "failed", "550 mailbox full"));
    tenant.run(operator, () -> undelivered.sendAgain(first));
    deliverAll();
    var second = queued.of(tenant.id()).getLast();
    tenant.run(tenant.system(), () -> outgoing.status(second, "failed", "550 mailbox full"));

    assertThat(list())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo(second).isNotEqualTo(first);
              assertThat(row.person()).isEqualTo("Project manager");
            });
  }

  @Test
  void shouldLeaveTheUnknownToAPerson() {
    var message = failed(() -> new DeliveryUnknown("timeout", null));
    assertThat(list()).extracting(UndeliveredMessages.Row::unknown).containsExactly(true);
    tenant.run(operator, () -> undelivered.leave(message));
    assertThat(list()).isEmpty();
    assertThat(messenger.bodiesTo(phone)).isEmpty();
  }

  @Test
  void shouldNotRepeatWhatArrivedMeanwhile() {
    var message = failed(() -> new DeliveryUnknown("timeout", null));
    tenant.run(tenant.system(), () -> outgoing.status(message, "delivered", ""));
    assertThatThrownBy(() -> tenant.run(operator, () -> undelivered.sendAgain(message)))
        .isInstanceOf(Conflict.class);
    assertThat(list()).isEmpty();
  }

  @Test
  void shouldBeForOperatorsOfTheFirmOnly() {
    var message = failed(() -> new DeliveryRefused("30003 unreachable"));
    var engineer = tenant.person("Engineer", Role.REQUESTER);
    assertThatThrownBy(() -> tenant.run(engineer, () -> undelivered.sendAgain(message)))
        .isInstanceOf(NotAllowed.class);
    var other = tenants.newTenant();
    var stranger = other.person("Operator", Role.OPERATOR);
    assertThatThrownBy(() -> other.run(stranger, () -> undelivered.leave(message)))
        .isInstanceOf(NotFound.class);
  }

  private UUID failed(Supplier<RuntimeException> failure) {
    tenant.run(tenant.system(), () -> notices.tell(TestNotice.of("a", person, "text")));
    messenger.fail(phone, failure.get() instanceof DeliveryUnknown ? 3 : 1, failure);
    deliverAll();
    return queued.of(tenant.id()).getFirst();
  }

  /** Three times, with a pause: so often a lost answer is looked into. */
  private void deliverAll() {
    for (var message : List.copyOf(queued.of(tenant.id()))) {
      for (int i = 0; i < 3; i++) {
        try {
          tenant.run(tenant.system(), () -> outgoing.deliver(message));
        } catch (ProviderAway again) {
          clock.advance(Duration.ofMinutes(2));
        }
      }
    }
  }

  private List<UndeliveredMessages.Row> list() {
    return tenant.as(operator, () -> undelivered.list(new PageRequest(0, 20)));
  }
}
