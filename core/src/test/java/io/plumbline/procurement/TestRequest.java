package io.plumbline.procurement;

import io.plumbline.identity.Caller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads as a sentence: {@code firm.aRequest().over(10_000).submitted()}. */
public final class TestRequest {
  private final TestFirm firm;
  private Caller requester;
  private @Nullable UUID project;
  private @Nullable String category = Category.MATERIALS.key();
  private List<NewLine> lines = List.of(line("cement", "100", "bags", 1_000));
  private @Nullable String currency;
  private @Nullable LocalDate neededBy;
  private @Nullable String note = "";
  private @Nullable UUID vendor;

  TestRequest(TestFirm firm) {
    this.firm = firm;
    this.requester = firm.requester();
    this.project = firm.project().value();
    this.currency = firm.tenant().tenant().currency();
    this.neededBy = LocalDate.now(firm.tenant().tenant().zone()).plusDays(7);
    this.vendor = firm.vendor().value();
  }

  public static NewLine line(String item, String quantity, String unit, long unitPriceMinor) {
    return new NewLine(item, new BigDecimal(quantity), unit, unitPriceMinor);
  }

  /** One line of this amount in major units. */
  public TestRequest over(long major) {
    return of(line("cement", "1", "load", major * 100));
  }

  public TestRequest of(NewLine... wanted) {
    this.lines = List.of(wanted);
    return this;
  }

  public TestRequest times(int count) {
    var many = new ArrayList<NewLine>();
    for (var i = 0; i < count; i++) {
      many.addAll(lines);
    }
    this.lines = many;
    return this;
  }

  public TestRequest by(Caller person) {
    this.requester = person;
    return this;
  }

  public TestRequest forProject(@Nullable UUID id) {
    this.project = id;
    return this;
  }

  public TestRequest inCategory(@Nullable String key) {
    this.category = key;
    return this;
  }

  public TestRequest in(@Nullable String currencyCode) {
    this.currency = currencyCode;
    return this;
  }

  public TestRequest neededBy(@Nullable LocalDate day) {
    this.neededBy = day;
    return this;
  }

  public TestRequest noting(@Nullable String text) {
    this.note = text;
    return this;
  }

  public TestRequest from(@Nullable UUID vendorId) {
    this.vendor = vendorId;
    return this;
  }

  public TestRequest withoutVendor() {
    return from(null);
  }

  public NewPurchaseRequest typed() {
    return new NewPurchaseRequest(project, category, lines, currency, neededBy, note, vendor);
  }

  public SubmittedRequest submitted() {
    return firm.as(requester, () -> firm.firms().requests().submit(typed()));
  }
}
