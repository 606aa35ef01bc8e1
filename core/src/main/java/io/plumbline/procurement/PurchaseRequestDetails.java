package io.plumbline.procurement;

import io.plumbline.document.FileId;
import io.plumbline.identity.Channel;
import io.plumbline.identity.UserId;
import io.plumbline.project.ProjectRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about one purchase request that the people involved may see. */
public record PurchaseRequestDetails(
    PurchaseRequestId id,
    String number,
    String title,
    Status status,
    UserId requesterId,
    String requesterName,
    Channel channel,
    ProjectRow project,
    String category,
    long amountMinor,
    String currency,
    LocalDate neededBy,
    String note,
    @Nullable Vendor vendor,
    int revision,
    Instant submittedAt,
    @Nullable Long processInstanceKey,
    boolean withdrawalRequested,
    boolean mayWithdraw,
    List<Line> lines,
    List<Decision> decisions,
    List<Event> timeline,
    List<Comment> comments,
    @Nullable BudgetPosition budget,
    @Nullable Order order) {

  /** A line; {@code totalMinor} is quantity times unit price, rounded half up. */
  public record Line(
      int position,
      String item,
      BigDecimal quantity,
      String unit,
      long unitPriceMinor,
      long totalMinor) {}

  /**
   * What someone decided; void when the engine had moved on before it arrived.
   *
   * @param forName whom they acted for as a substitute, else null
   */
  public record Decision(
      String kind,
      String outcome,
      @Nullable Integer levelRank,
      @Nullable Integer levelCount,
      UserId by,
      String byName,
      @Nullable String forName,
      Channel channel,
      @Nullable String reason,
      Instant at,
      int revision,
      @Nullable String voidReason) {}

  /**
   * A point of the timeline; {@code kind} is a key of the message bundle {@code timeline.<kind>}.
   *
   * @param forName whom the actor acted for as a substitute, else null
   */
  public record Event(
      String kind,
      @Nullable String actorName,
      @Nullable String forName,
      String detail,
      Instant at) {}

  /**
   * What someone said, as typed: text, never markup.
   *
   * @param mentions whom it names
   */
  public record Comment(
      UserId authorId, String authorName, String body, Instant at, List<Mention> mentions) {}

  public record Mention(UserId id, String name) {}

  public record Order(
      OrderId id, String number, FileId document, Instant issuedAt, @Nullable Instant sentAt) {}
}
