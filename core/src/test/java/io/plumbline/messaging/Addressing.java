package io.plumbline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.TestTenant;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.messaging.ContactAddresses.Waiting;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** People who connect their phones by the codes they get; imported where it is used. */
public final class Addressing {
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

  private final ContactAddresses contacts;
  private final Texting texting;

  Addressing(ContactAddresses contacts, Texting texting) {
    this.contacts = contacts;
    this.texting = texting;
  }

  Waiting add(TestTenant firm, Caller person, String number) {
    return add(firm, person, Channel.SMS, number);
  }

  Waiting add(TestTenant firm, Caller person, Channel channel, String typed) {
    return firm.as(person, () -> contacts.add(person.user(), channel, typed));
  }

  void confirm(TestTenant firm, Caller person, Waiting waiting, String code) {
    firm.run(person, () -> contacts.confirm(waiting.id(), code));
  }

  /** From the code to its confirmation. */
  void connect(TestTenant firm, Caller person, String number) {
    var waiting = add(firm, person, number);
    confirm(firm, person, waiting, code(firm, number));
  }

  /** What people are heard from; not what only stands in their record. */
  List<Known> known(TestTenant firm, Caller person) {
    return firm.as(person, () -> contacts.of(person.user())).stream().filter(Known::bound).toList();
  }

  /** The last code that number got. */
  String code(TestTenant firm, String number) {
    return found(texting.answers(number, firm).getLast());
  }

  /** The code somebody nobody knows is told. */
  String strangersCode(String sender) {
    texting.say(sender, "Hello?");
    return found(texting.answers(sender).getLast());
  }

  static String freshStranger() {
    return "US.1349" + UUID.randomUUID();
  }

  static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  static String found(String text) {
    var match = CODE.matcher(text);
    assertThat(match.find()).isTrue();
    return match.group();
  }
}
