package io.plumbline.messaging;

import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.identity.Role;
import io.plumbline.messaging.ThreadMessage.Outgoing;
import io.plumbline.shared.PageRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A firm whose engineer writes by WhatsApp and whose staff reads and answers. */
public final class ConversationScene {
  private static final PageRequest FIRST = new PageRequest(0, 50);

  private final Conversations conversations;
  private final ConversationReplies replies;
  private final OutgoingMessages outgoing;
  private final ChannelAddresses addresses;
  private final Texting texting;
  private final TestTenants tenants;

  ConversationScene(
      Conversations conversations,
      ConversationReplies replies,
      OutgoingMessages outgoing,
      ChannelAddresses addresses,
      Texting texting,
      TestTenants tenants) {
    this.conversations = conversations;
    this.replies = replies;
    this.outgoing = outgoing;
    this.addresses = addresses;
    this.texting = texting;
    this.tenants = tenants;
  }

  Firm newFirm() {
    var firm = new Firm(tenants.newTenant());
    firm.bind(Channel.WHATSAPP, firm.phone, firm.engineer);
    return firm;
  }

  /** One of them. */
  final class Firm {
    final TestTenant tenant;
    final Caller staff;
    final Caller engineer;
    final String phone = Phones.fresh();
    final String ours = Phones.fresh();

    Firm(TestTenant tenant) {
      this.tenant = tenant;
      this.staff = tenant.person("Paula Procurement", Role.PROCUREMENT_MANAGER);
      this.engineer = tenant.person("Omar Site", Role.REQUESTER);
    }

    void bind(Channel channel, String address, Caller person) {
      tenant.run(tenant.system(), () -> addresses.bind(channel, address, person.user()));
    }

    void hear(String body) {
      receive(phone, ours, body);
    }

    void receive(String from, String to, String body) {
      texting.say(Channel.WHATSAPP, from, to, body);
      texting.later();
    }

    /** What the engineer's phone got until now. */
    List<String> answers() {
      return texting.answers(phone, tenant);
    }

    void deliver() {
      texting.answers(phone, tenant);
    }

    /** Staff's answer to what the engineer wrote, delivered. */
    UUID written(String text) {
      hear("help");
      deliver();
      write(text);
      deliver();
      return last().id();
    }

    void write(String text) {
      texting.later();
      var id = only().id();
      tenant.run(staff, () -> replies.write(id, text));
    }

    void again(UUID message, boolean evenIfUnknown) {
      texting.later();
      tenant.run(staff, () -> replies.sendAgain(message, evenIfUnknown));
    }

    void report(UUID message, String status, String reason) {
      tenant.run(tenant.system(), () -> outgoing.status(message, status, reason));
    }

    ConversationRow only() {
      return list(ConversationFilter.ALL).getFirst();
    }

    ConversationThread thread() {
      var id = only().id();
      return tenant.as(staff, () -> conversations.find(id));
    }

    Outgoing last() {
      return ours(0);
    }

    /** One of our messages, counted from the last one said. */
    Outgoing ours(int back) {
      return Objects.requireNonNull(thread().messages().reversed().get(back).outgoing());
    }

    List<ConversationRow> list(ConversationFilter filter) {
      return tenant.as(staff, () -> conversations.list(filter, FIRST));
    }
  }
}
