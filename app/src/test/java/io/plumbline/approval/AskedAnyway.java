package io.plumbline.approval;

import io.plumbline.identity.Caller;
import io.plumbline.identity.Channel;
import io.plumbline.identity.ChannelAddresses;
import io.plumbline.inbox.TaskRow;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts tasks to people whom nobody would ask, to see what becomes of their answers. To be used as
 * the person who is asked.
 */
public final class AskedAnyway {
  private static final Pattern CODE = Pattern.compile("(?s).*YES (\\d{4}).*");
  private static final Pattern LINK = Pattern.compile("(?s).*/decide/(\\S+).*");

  private final Asking asking;
  private final LinkText links;
  private final CodeText codes;
  private final ChannelAddresses addresses;
  private final TransactionTemplate transaction;

  public AskedAnyway(BeanFactory beans) {
    this.asking = beans.getBean(Asking.class);
    this.links = beans.getBean(LinkText.class);
    this.codes = beans.getBean(CodeText.class);
    this.addresses = beans.getBean(ChannelAddresses.class);
    this.transaction = beans.getBean(TransactionTemplate.class);
  }

  /** The four digits they would be sent. */
  public String code(TaskRow task, Caller person) {
    var kept = within(() -> asking.text(task, person, Channel.SMS));
    return found(CODE, codes.fill(person.user(), "", kept));
  }

  /** What the button to approve would carry. */
  public String button(TaskRow task, Caller person) {
    var kept = within(() -> asking.buttons(task, person).get("buttonApprove"));
    return codes.fill(person.user(), "", kept);
  }

  /** The last part of the link they would be mailed. */
  public String link(TaskRow task, Caller person) {
    var mail = addresses.provenAddressOf(person.user(), Channel.EMAIL).orElseThrow();
    var kept = within(() -> asking.text(task, person, Channel.EMAIL));
    return found(LINK, links.fill(person.user(), mail, kept));
  }

  private <T> T within(Supplier<T> action) {
    var result = transaction.execute(done -> action.get());
    if (result == null) {
      throw new AssertionError("Nothing to answer with");
    }
    return result;
  }

  private static String found(Pattern pattern, String text) {
    var match = pattern.matcher(text);
    if (!match.matches()) {
      throw new AssertionError("Nothing to answer with in: " + text);
    }
    return match.group(1);
  }
}
