package io.plumbline.procurement.dialogue;

import io.plumbline.messaging.Conversation.Turn;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestDetails.Decision;
import io.plumbline.procurement.PurchaseRequestFilter;
import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Status;
import io.plumbline.shared.Money;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** "status PR-000001": where a request stands; "status": the person's latest ones. */
final class StatusAnswer implements Turn {
  private static final Pattern STATUS =
      Pattern.compile(
          "\\s*(?:status(?:\\s+of)?|where is)?\\s*(?<pr>pr)?[-#\\s]*(?<number>\\d{1,9})?\\s*\\??\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final int LATEST = 3;

  private final PurchaseRequests requests;
  private final Optional<String> number;

  private StatusAnswer(PurchaseRequests requests, Optional<String> number) {
    this.requests = requests;
    this.number = number;
  }

  static Optional<Turn> to(String text, PurchaseRequests requests) {
    var match = STATUS.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var asked = text.strip().toLowerCase(Locale.ROOT).matches("(status|where is).*");
    var number = Optional.ofNullable(match.group("number"));
    return asked || match.group("pr") != null && number.isPresent()
        ? Optional.of(new StatusAnswer(requests, number))
        : Optional.empty();
  }

  @Override
  public String act() {
    return number.map(this::one).orElseGet(this::latest);
  }

  @Override
  public String refused(Refusal refusal) {
    return String.valueOf(refusal.getMessage());
  }

  private String one(String typed) {
    var request = requests.find(String.format(Locale.ROOT, "PR-%06d", Long.valueOf(typed)));
    return Texts.of(
        "status.line",
        request.number(),
        request.title(),
        request.project().name(),
        Money.of(request.amountMinor(), request.currency()).text(),
        standing(request));
  }

  private static String standing(PurchaseRequestDetails request) {
    var status =
        request.status() == Status.ORDERED && request.order() != null
            ? Texts.of("status.orderedAs", request.order().number())
            : Texts.of("status." + request.status());
    var explained =
        request.status() == Status.REJECTED || request.status() == Status.SENT_BACK
            ? reason(request.decisions())
            : Optional.<String>empty();
    return explained.map(reason -> Texts.of("status.because", status, reason)).orElse(status);
  }

  private static Optional<String> reason(List<Decision> decisions) {
    return decisions.reversed().stream()
        .flatMap(decision -> Optional.ofNullable(decision.reason()).stream())
        .filter(reason -> !reason.isBlank())
        .findFirst();
  }

  private String latest() {
    var rows = requests.list(PurchaseRequestFilter.mine(), new PageRequest(0, LATEST));
    return rows.isEmpty()
        ? Texts.of("status.none")
        : rows.stream().map(StatusAnswer::line).collect(Collectors.joining("\n"));
  }

  private static String line(PurchaseRequestRow row) {
    return Texts.of(
        "status.short",
        row.number(),
        row.title(),
        Texts.of("status." + row.status()).toLowerCase(Locale.ROOT));
  }
}
