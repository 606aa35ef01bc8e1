package io.plumbline.preview;

import io.plumbline.document.FileId;
import io.plumbline.identity.Channel;
import io.plumbline.inbox.Holding;
import io.plumbline.inbox.TaskRow;
import io.plumbline.procurement.BudgetPosition;
import io.plumbline.procurement.OrderId;
import io.plumbline.procurement.PurchaseRequestDetails;
import io.plumbline.procurement.PurchaseRequestDetails.Comment;
import io.plumbline.procurement.PurchaseRequestDetails.Decision;
import io.plumbline.procurement.PurchaseRequestDetails.Event;
import io.plumbline.procurement.PurchaseRequestDetails.Line;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.Status;
import io.plumbline.procurement.Vendor;
import io.plumbline.procurement.VendorId;
import io.plumbline.project.ProjectId;
import io.plumbline.project.ProjectRow;
import io.plumbline.shared.ReadModelChange;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The state of the firm that tests and the preview share. */
@Component
public class FirmInMemory {
  static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final List<ProjectRow> PROJECTS =
      List.of(project("TWB", "Tower B"), project("VI7", "Villa 7"), project("CLS", "Clinic South"));
  public static final List<Vendor> VENDORS =
      List.of(vendor("Gulf Cement Trading"), vendor("Northern Steel"), vendor("City Crane Hire"));

  final Map<Long, TaskRow> tasks = new LinkedHashMap<>();
  final Map<Long, TaskRow> started = new LinkedHashMap<>();
  final Map<String, PurchaseRequestDetails> requests = new LinkedHashMap<>();
  final Set<Long> claimed = new HashSet<>();
  final Set<Long> lent = new HashSet<>();
  final List<Consumer<ReadModelChange>> followers = new CopyOnWriteArrayList<>();

  FirmInMemory() {
    reset();
  }

  /** The state that pictures and tests expect. */
  public final synchronized void reset() {
    tasks.clear();
    requests.clear();
    claimed.clear();
    lent.clear();
    request("PR-000119", "1 steel frame, level 4", 1, 3_820_000, 0, Status.SUBMITTED);
    request("PR-000123", "200 bags of cement", 0, 450_000, 0, Status.SUBMITTED);
    request("PR-000121", "60 l of facade paint", 1, 96_000, 1, Status.SENT_BACK);
    request("PR-000124", "Crane rental, 3 days", 2, 1_140_000, 0, Status.SUBMITTED);
    request("PR-000125", "HVAC ducts", 2, 9_875_000, 2, Status.SUBMITTED);
    request("PR-000126", "Door fittings", 0, 602_000, 2, Status.SUBMITTED);
    request("PR-000118", "Site office chairs", 1, 220_000, 1, Status.ORDERED);
    task(1, "procurement.approve", "Approve 1 steel frame, level 4", "PR-000119", -2);
    task(2, "procurement.approve", "Approve 200 bags of cement", "PR-000123", 3);
    task(3, "procurement.revise", "Revise 60 l of facade paint", "PR-000121", 22);
    task(4, "procurement.approve", "Approve Crane rental, 3 days", "PR-000124", 23);
    task(5, "procurement.decideOverBudget", "Decide over budget: HVAC ducts", "PR-000125", 70);
    task(6, "procurement.chooseVendor", "Choose vendor for Door fittings", "PR-000126", 96);
    started.putAll(tasks);
    claimed.add(1L);
    claimed.add(2L);
  }

  void changed() {
    var change = new ReadModelChange(Cast.FIRM.value(), Set.of());
    followers.forEach(each -> each.accept(change));
  }

  /** Somebody else ends a task. */
  public void end(long taskKey) {
    tasks.remove(taskKey);
    changed();
  }

  /** A colleague only asks what one thinks of a task: to be handed back, not to be decided. */
  public void lend(long taskKey) {
    lent.add(taskKey);
  }

  /** How many views follow the changes. */
  public int followerCount() {
    return followers.size();
  }

  void put(PurchaseRequestDetails request) {
    requests.put(request.number(), request);
  }

  private void task(long key, String formKey, String title, String number, int dueInHours) {
    var request = requests.get(number);
    tasks.put(
        key,
        new TaskRow(
            key,
            title,
            number,
            "procurement-approval",
            formKey.endsWith("approve") ? "ApproveRequest" : "DecideOverBudget",
            formKey,
            4_000 + key,
            request.id().value(),
            request.project().id().value(),
            request.project().name(),
            request.requesterId().value(),
            request.requesterName(),
            request.amountMinor(),
            request.currency(),
            50,
            NOW.plus(Duration.ofHours(dueInHours)),
            NOW.minus(Duration.ofMinutes(12 * key)),
            null,
            null,
            false,
            Holding.PLAIN));
  }

  private void request(
      String number, String title, int project, long amount, int day, Status status) {
    var approvedEarlier =
        new Decision(
            "procurement.approve",
            status == Status.SENT_BACK ? "sendBack" : "approve",
            1,
            3,
            Cast.id("Site engineer"),
            "Project engineer",
            null,
            Channel.WHATSAPP,
            status == Status.SENT_BACK ? "Which colour?" : "pour is on Thursday",
            NOW.minus(Duration.ofMinutes(18)),
            1,
            null);
    put(
        new PurchaseRequestDetails(
            new PurchaseRequestId(UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8))),
            number,
            title,
            status,
            Cast.id("Site engineer"),
            "Site engineer",
            Channel.WHATSAPP,
            PROJECTS.get(project),
            "materials",
            amount,
            "SAR",
            LocalDate.of(2026, 11, 26).plusDays(day),
            "Deliver to the north gate before 7:00; the crane is booked for the day.",
            project == 1 ? VENDORS.getFirst() : null,
            1,
            NOW.minus(Duration.ofMinutes(40)),
            4_000L,
            false,
            status == Status.SUBMITTED,
            lines(title, amount),
            List.of(approvedEarlier),
            new ArrayList<>(
                List.of(
                    new Event(
                        "submitted", "Site engineer", null, "", NOW.minus(Duration.ofMinutes(40))),
                    new Event(
                        "committed", null, null, "4,500 SAR", NOW.minus(Duration.ofMinutes(39))),
                    new Event(
                        "approved",
                        "Project engineer",
                        null,
                        "",
                        NOW.minus(Duration.ofMinutes(18))))),
            List.of(
                new Comment(
                    Cast.id("Site engineer"),
                    "Site engineer",
                    "The supplier has 300 bags in stock.",
                    NOW.minus(Duration.ofMinutes(30)),
                    List.of())),
            new BudgetPosition(
                "materials", "SAR", 20_000_000, 7_620_000, 4_280_000 + amount, amount, true),
            status == Status.ORDERED
                ? new PurchaseRequestDetails.Order(
                    new OrderId(new UUID(3, 3)),
                    "PO-000087",
                    new FileId(new UUID(4, 4)),
                    NOW.minus(Duration.ofMinutes(9)),
                    NOW.minus(Duration.ofMinutes(8)))
                : null));
  }

  private static List<Line> lines(String title, long amount) {
    return title.contains("cement")
        ? List.of(new Line(1, "Cement, 50 kg bag", new BigDecimal("200"), "bags", 2_250, amount))
        : List.of(
            new Line(1, title, BigDecimal.ONE, "pcs", amount - 100_00, amount - 100_00),
            new Line(2, "Transport", BigDecimal.ONE, "trip", 100_00, 100_00));
  }

  private static ProjectRow project(String code, String name) {
    return new ProjectRow(
        new ProjectId(UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8))), code, name);
  }

  private static Vendor vendor(String name) {
    return new Vendor(
        new VendorId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
        name,
        "orders@example.com");
  }
}
