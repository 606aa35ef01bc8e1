package io.plumbline.messaging.worker;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import io.plumbline.messaging.Analyst;
import io.plumbline.messaging.worker.Amounts.Price;
import io.plumbline.messaging.worker.Items.Wanted;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Understands purchase requests by rules, on this machine; the same text always gives the same
 * answer. The surest parts are recognised first and taken out of the text, so that a phone number
 * is never an amount and "Villa 7" is never seven of something.
 */
@Component
class LocalAnalyst implements Analyst {
  private static final int LONGEST = 2_000;
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\b(?:pr|po|rfi|ref|inv|invoice|drawing|dwg|level|floor|lvl|gate|zone|room|phase|plot|axis|boq item|item no)\\s?(?:no)?[-.:# ]{0,2}\\d[\\w-]*|#\\s?\\d+|\\b\\d{1,2}(?:st|nd|rd|th) floor",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LONG_NUMBER = Pattern.compile("(?:\\+|\\b0)\\d[\\d ()-]{6,}\\d");
  private static final Pattern LINK =
      Pattern.compile("\\b(?:https?://|www\\.)\\S+|\\S+@\\S+\\.\\S+");

  private final Items items = new Items();
  private final Amounts amounts = new Amounts();

  @Override
  public UnderstoodRequest understand(String text, Context context) {
    var reading = Reading.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    withoutContacts(reading);
    var project = new ProjectNames(context.projects()).find(reading);
    reading.takeAll(REFERENCE);
    var neededBy =
        new Dates(context.today(), context.expected().contains(Field.NEEDED_BY)).find(reading);
    reading.takeAll(LONG_NUMBER);
    var category = Categories.named(reading, context.expected().contains(Field.CATEGORY));
    var marked = amounts.findMarked(reading);
    var wanted = wanted(reading, context);
    var price = marked.or(() -> left(reading, context));
    return new UnderstoodRequest(
        wanted.item(),
        wanted.quantity(),
        wanted.unit(),
        price.map(found -> total(found, wanted.quantity())).orElse(null),
        price.map(found -> currency(found, context)).orElse(null),
        project,
        category == null ? Categories.guess(wanted.item()) : category,
        neededBy);
  }

  private static void withoutContacts(Reading reading) {
    reading.takeAll(LINK);
    var phones =
        PhoneNumberUtil.getInstance()
            .findNumbers(reading.rest(), "SA", Leniency.VALID, Long.MAX_VALUE);
    phones.forEach(phone -> reading.take(phone.start(), phone.end()));
  }

  private Wanted wanted(Reading reading, Context context) {
    var asked = context.expected();
    if (asked.isEmpty() || asked.contains(Field.ITEM) && asked.contains(Field.QUANTITY)) {
      return items.find(reading);
    }
    if (asked.contains(Field.QUANTITY)) {
      var counted = items.find(reading);
      return counted.quantity() == null ? items.findQuantity(reading) : counted;
    }
    if (asked.contains(Field.ITEM)) {
      var counted = items.find(reading);
      return counted.item() == null ? items.findName(reading) : counted;
    }
    return items.find(reading);
  }

  private Optional<Price> left(Reading reading, Context context) {
    return amounts.findLeft(reading, context.expected().contains(Field.AMOUNT));
  }

  /** The price of one, times how many; without knowing how many it is only a clue. */
  private static Found<BigDecimal> total(Price price, @Nullable Found<BigDecimal> quantity) {
    var amount = price.amount();
    if (!price.each()) {
      return amount;
    }
    return quantity == null
        ? new Found<>(amount.value(), 0.3, amount.evidence())
        : new Found<>(
            amount.value().multiply(quantity.value()),
            Math.min(amount.confidence(), quantity.confidence()),
            amount.evidence());
  }

  private static Found<String> currency(Price price, Context context) {
    return price.currency() == null ? new Found<>(context.currency(), 0.9, "") : price.currency();
  }
}
