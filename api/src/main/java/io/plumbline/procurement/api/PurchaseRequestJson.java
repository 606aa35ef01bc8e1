package io.plumbline.procurement.api;

import io.plumbline.procurement.BudgetPosition;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestDetails.Comment;
import io.plumbline.procurement.PurchaseRequestDetails.Decision;
import io.plumbline.procurement.PurchaseRequestDetails.Event;
import io.plumbline.procurement.PurchaseRequestDetails.Line;
import io.plumbline.procurement.PurchaseRequestDetails.Order;
import io.plumbline.shared.api.Choice;
import io.plumbline.shared.api.MoneyJson;
import io.plumbline.shared.api.NamedJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything about one purchase request. */
@Schema(name = "PurchaseRequest")
record PurchaseRequestJson(
    UUID id,
    @Schema(example = "PR-000123") String number,
    String title,
    @Schema(description = "submitted, sent-back, approved, rejected, withdrawn or ordered")
        String status,
    NamedJson requester,
    @Schema(description = "how it was filed: web, rest, whatsapp, sms, email") String channel,
    ProjectJson project,
    String category,
    MoneyJson amount,
    LocalDate neededBy,
    String note,
    @Nullable NamedJson vendor,
    @Schema(description = "starts at 1, counts resubmissions") int revision,
    Instant submittedAt,
    @Schema(description = "the engine's key, as text because it may exceed 2^53")
        @Nullable String processInstanceKey,
    boolean withdrawalRequested,
    boolean mayWithdraw,
    List<LineJson> lines,
    List<DecisionJson> decisions,
    List<EventJson> timeline,
    List<CommentJson> comments,
    @Nullable BudgetJson budget,
    @Nullable OrderJson order) {

  static PurchaseRequestJson of(PurchaseRequestDetails details) {
    var currency = details.currency();
    var vendor = details.vendor();
    var key = details.processInstanceKey();
    return new PurchaseRequestJson(
        details.id().value(),
        details.number(),
        details.title(),
        Choice.word(details.status()),
        new NamedJson(details.requesterId().value(), details.requesterName()),
        Choice.word(details.channel()),
        ProjectJson.of(details),
        details.category(),
        MoneyJson.of(details.amountMinor(), currency),
        details.neededBy(),
        details.note(),
        vendor == null ? null : new NamedJson(vendor.id().value(), vendor.name()),
        details.revision(),
        details.submittedAt(),
        key == null ? null : Long.toString(key),
        details.withdrawalRequested(),
        details.mayWithdraw(),
        details.lines().stream().map(line -> LineJson.of(line, currency)).toList(),
        details.decisions().stream().map(DecisionJson::of).toList(),
        details.timeline().stream().map(EventJson::of).toList(),
        details.comments().stream().map(CommentJson::of).toList(),
        BudgetJson.find(details.budget()),
        OrderJson.find(details.order()));
  }

  @Schema(name = "ProjectRef")
  record ProjectJson(UUID id, @Schema(example = "TWR-B") String code, String name) {
    static ProjectJson of(PurchaseRequestDetails details) {
      var project = details.project();
      return new ProjectJson(project.id().value(), project.code(), project.name());
    }
  }

  @Schema(name = "Line")
  record LineJson(
      int position,
      String item,
      BigDecimal quantity,
      String unit,
      MoneyJson unitPrice,
      MoneyJson total) {
    static LineJson of(Line line, String currency) {
      return new LineJson(
          line.position(),
          line.item(),
          line.quantity(),
          line.unit(),
          MoneyJson.of(line.unitPriceMinor(), currency),
          MoneyJson.of(line.totalMinor(), currency));
    }
  }

  @Schema(name = "Decision")
  record DecisionJson(
      String kind,
      String outcome,
      @Nullable Integer levelRank,
      @Nullable Integer levelCount,
      NamedJson by,
      @Schema(description = "whom they acted for as a substitute") @Nullable String actingFor,
      String channel,
      @Nullable String reason,
      Instant at,
      int revision,
      @Schema(description = "why it has no effect, when the process had moved on")
          @Nullable String voidReason) {
    static DecisionJson of(Decision decision) {
      return new DecisionJson(
          decision.kind(),
          decision.outcome(),
          decision.levelRank(),
          decision.levelCount(),
          new NamedJson(decision.by().value(), decision.byName()),
          decision.forName(),
          Choice.word(decision.channel()),
          decision.reason(),
          decision.at(),
          decision.revision(),
          decision.voidReason());
    }
  }

  @Schema(name = "TimelineEvent")
  record EventJson(
      String kind,
      @Nullable String actor,
      @Schema(description = "whom they acted for as a substitute") @Nullable String actingFor,
      String detail,
      Instant at) {
    static EventJson of(Event event) {
      return new EventJson(
          event.kind(), event.actorName(), event.forName(), event.detail(), event.at());
    }
  }

  @Schema(name = "Comment")
  record CommentJson(
      NamedJson author,
      @Schema(description = "plain text, never markup") String body,
      Instant at,
      @Schema(description = "colleagues whom it names") List<NamedJson> mentions) {
    static CommentJson of(Comment comment) {
      return new CommentJson(
          new NamedJson(comment.authorId().value(), comment.authorName()),
          comment.body(),
          comment.at(),
          comment.mentions().stream()
              .map(each -> new NamedJson(each.id().value(), each.name()))
              .toList());
    }
  }

  /** Where the budget line stands. */
  @Schema(name = "Budget")
  record BudgetJson(
      String category,
      MoneyJson budget,
      MoneyJson ordered,
      MoneyJson committed,
      @Schema(description = "free without this request") MoneyJson freeBefore,
      MoneyJson freeAfter) {
    static @Nullable BudgetJson find(@Nullable BudgetPosition position) {
      if (position == null) {
        return null;
      }
      var currency = position.currency();
      return new BudgetJson(
          position.category(),
          MoneyJson.of(position.budgetMinor(), currency),
          MoneyJson.of(position.orderedMinor(), currency),
          MoneyJson.of(position.committedMinor(), currency),
          MoneyJson.of(position.freeBeforeMinor(), currency),
          MoneyJson.of(position.freeAfterMinor(), currency));
    }
  }

  @Schema(name = "Order")
  record OrderJson(
      @Schema(example = "PO-000045") String number, Instant issuedAt, @Nullable Instant sentAt) {
    static @Nullable OrderJson find(@Nullable Order order) {
      return order == null ? null : new OrderJson(order.number(), order.issuedAt(), order.sentAt());
    }
  }
}
