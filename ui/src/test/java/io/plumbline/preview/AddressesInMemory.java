package io.plumbline.preview;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;

import io.plumbline.approval.ApprovalLimits;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses.Known;
import io.plumbline.identity.UserId;
import io.plumbline.messaging.ContactAddresses;
import io.plumbline.messaging.ContactAddresses.Waiting;
import io.plumbline.messaging.Strangers;
import io.plumbline.messaging.Strangers.Sender;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.Money;
import io.plumbline.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Addresses of one person; the code is always 123456. */
@Configuration
public class AddressesInMemory {
  /** The mail address of their record; nobody has proven it. */
  public static final String RECORDED = "petra@acme.example";

  static final String CODE = "123456";

  public final List<Known> known = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  public long limit = 1_000_000;

  /** As new. */
  public void reset() {
    known.clear();
    waiting.clear();
    known.add(proven(Channel.WHATSAPP, "+966500000001"));
    known.add(new Known(Channel.EMAIL, RECORDED, null, false, false));
    limit = 1_000_000;
  }

  private static Known proven(Channel channel, String address) {
    return new Known(channel, address, FirmInMemory.CLOCK.instant(), false, true);
  }

  @Bean
  ContactAddresses contacts() {
    return mock(ContactAddresses.class, delegatesTo(new Contacts()));
  }

  @Bean
  Strangers strangers() {
    return mock(Strangers.class, delegatesTo(new Senders()));
  }

  @Bean
  ApprovalLimits approvalLimits() {
    return mock(ApprovalLimits.class, delegatesTo(new Limits()));
  }

  /** What a person can be reached at. */
  public class Contacts {
    public List<Known> of(UserId person) {
      return List.copyOf(known);
    }

    public List<Waiting> waiting(UserId person) {
      return List.copyOf(waiting);
    }

    public Waiting add(UserId person, Channel channel, String typed) {
      if (channel != Channel.EMAIL && !typed.startsWith("+")) {
        throw new InvalidInput(List.of(Problem.of("address", "address.phone")));
      }
      var one = new Waiting(UUID.randomUUID(), channel, typed);
      waiting.add(one);
      return one;
    }

    public void confirm(UUID id, String code) {
      if (!code.equals(CODE)) {
        throw new Conflict("address.wrongCode", 4);
      }
      var one = waiting.removeFirst();
      known.removeIf(before -> before.address().equals(one.address()));
      known.add(proven(one.channel(), one.address()));
    }

    public void remove(UserId person, Channel channel, String address) {
      known.removeIf(one -> one.address().equals(address));
    }
  }

  /** A stranger who wrote. */
  public class Senders {
    public Sender find(String code) {
      if (!code.equals(CODE)) {
        throw new Conflict("address.wrongCode", 4);
      }
      return new Sender(Channel.WHATSAPP, "US.1349");
    }

    public Sender take(String code) {
      known.add(proven(Channel.WHATSAPP, "US.1349"));
      return find(code);
    }
  }

  /** The firm's limit. */
  public class Limits {
    public Money current() {
      return Money.of(limit, "SAR");
    }

    public void change(long minor) {
      limit = minor;
    }
  }
}
