package io.plumbline.preview;

import io.plumbline.document.FileId;
import io.plumbline.document.StoredFile;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.procurement.NewPurchaseRequest;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestFilter;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.procurement.SubmittedRequest;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.PageRequest;
import io.plumbline.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers like {@link io.plumbline.procurement.PurchaseRequests}. */
@Component
public class RequestsInMemory {
  private final FirmInMemory firm;
  private @Nullable NewPurchaseRequest submitted;

  RequestsInMemory(FirmInMemory firm) {
    this.firm = firm;
  }

  public @Nullable NewPurchaseRequest submitted() {
    return submitted;
  }

  public SubmittedRequest submit(NewPurchaseRequest request) {
    var problems = new ArrayList<Problem>();
    require(problems, "projectId", request.projectId());
    require(problems, "category", request.category());
    require(problems, "neededBy", request.neededBy());
    for (var index = 0; index < request.lines().size(); index++) {
      var line = request.lines().get(index);
      require(problems, "lines[" + index + "].quantity", line.quantity());
      require(problems, "lines[" + index + "].unitPriceMinor", line.unitPriceMinor());
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    submitted = request;
    var first = firm.requests.values().iterator().next();
    return new SubmittedRequest(first.id(), first.number());
  }

  public void withdraw(PurchaseRequestId id, String reason) {
    firm.put(RequestCopy.of(find(id)).beingWithdrawn().build());
    firm.changed();
  }

  public PurchaseRequestDetails find(String number) {
    var found = firm.requests.get(number);
    if (found == null) {
      throw new NotFound("request", number);
    }
    return found;
  }

  public PurchaseRequestDetails find(PurchaseRequestId id) {
    return firm.requests.values().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("request", id));
  }

  public List<PurchaseRequestRow> list(PurchaseRequestFilter filter, PageRequest page) {
    return matching(filter)
        .skip(page.offset())
        .limit(page.limit())
        .map(
            each ->
                new PurchaseRequestRow(
                    each.id(),
                    each.number(),
                    each.title(),
                    each.project().name(),
                    each.requesterName(),
                    each.category(),
                    each.amountMinor(),
                    each.currency(),
                    each.neededBy(),
                    each.status(),
                    each.submittedAt()))
        .toList();
  }

  public CappedCount count(PurchaseRequestFilter filter) {
    return CappedCount.of(matching(filter).count());
  }

  public List<Person> mentionable(PurchaseRequestId id, String typed) {
    return Cast.people().stream()
        .filter(
            each -> each.name().toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
        .toList();
  }

  public void comment(PurchaseRequestId id, String body) {
    comment(id, body, Set.of());
  }

  public void comment(PurchaseRequestId id, String body, Set<UserId> picked) {
    var mentions =
        Cast.people().stream()
            .filter(each -> body.contains("@" + each.name()))
            .map(each -> new PurchaseRequestDetails.Mention(each.id(), each.name()))
            .toList();
    var old = find(id);
    var comments = new ArrayList<>(old.comments());
    comments.add(
        new PurchaseRequestDetails.Comment(
            Cast.id("Project manager"), "Project manager", body, FirmInMemory.NOW, mentions));
    firm.put(RequestCopy.of(old).with(comments).build());
  }

  public StoredFile orderDocument(String number) {
    return new StoredFile(
        new FileId(new UUID(4, 4)),
        number + ".pdf",
        "application/pdf",
        "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
  }

  public SubmittedRequest submit(NewPurchaseRequest request, UUID draft) {
    return submit(request);
  }

  private Stream<PurchaseRequestDetails> matching(PurchaseRequestFilter filter) {
    return firm.requests.values().stream()
        .filter(each -> filter.status() == null || each.status() == filter.status())
        .filter(
            each ->
                filter.words() == null
                    || (each.number() + each.title())
                        .toLowerCase(Locale.ROOT)
                        .contains(filter.words().toLowerCase(Locale.ROOT)));
  }

  private static void require(List<Problem> problems, String field, @Nullable Object value) {
    if (value == null) {
      problems.add(Problem.of(field, "notFound", "value for", field));
    }
  }
}
