package io.plumbline.preview;

import io.plumbline.operations.Cancellation;
import io.plumbline.operations.InstanceDetails;
import io.plumbline.operations.InstanceDetails.IncidentRow;
import io.plumbline.operations.InstanceDetails.JobRow;
import io.plumbline.operations.InstanceDetails.VariableRow;
import io.plumbline.operations.InstanceQuery;
import io.plumbline.operations.InstanceRow;
import io.plumbline.operations.ProcessDiagram;
import io.plumbline.operations.ProcessDiagram.Element;
import io.plumbline.operations.ReadModelState;
import io.plumbline.shared.CappedCount;
import io.plumbline.shared.NotFound;
import io.plumbline.shared.PageRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers like {@link io.plumbline.operations.Operations} and its diagrams. */
@Component
public class OperationsInMemory {
  private static final Path MODEL = Path.of("../bpmn/procurement/procurement-approval.bpmn");
  private final FirmInMemory firm;
  private final Set<Long> retried = new HashSet<>();
  private final Map<Long, Cancellation.Asked> cancelled = new HashMap<>();

  OperationsInMemory(FirmInMemory firm) {
    this.firm = firm;
  }

  /** Incidents that somebody wanted to be tried again. */
  public Set<Long> retried() {
    return retried;
  }

  public List<InstanceRow> list(InstanceQuery query) {
    return matching(query).skip(query.page().offset()).limit(query.page().limit()).toList();
  }

  public CappedCount count(InstanceQuery query) {
    return CappedCount.of(matching(query).count());
  }

  public InstanceDetails find(long key) {
    var row =
        all()
            .filter(each -> each.key() == key)
            .findFirst()
            .orElseThrow(() -> new NotFound("instance", key));
    return new InstanceDetails(
        row,
        diagram(row.openIncidents() > 0),
        List.of(
            new VariableRow("procurement-approval", "amountMinor", "450000"),
            new VariableRow("procurement-approval", "title", "\"200 bags of cement\"")),
        row.openIncidents() > 0 ? openIncidents(new PageRequest(0, 10)) : List.of(),
        List.of(),
        new Cancellation(
            row.state().equals("ACTIVE") && !cancelled.containsKey(key), cancelled.get(key)));
  }

  public void cancel(long key, String reason) {
    cancelled.put(key, new Cancellation.Asked("Operator", FirmInMemory.NOW, reason));
  }

  /** Why this instance is being cancelled, or null. */
  public @Nullable String cancelled(long key) {
    var asked = cancelled.get(key);
    return asked == null ? null : asked.reason();
  }

  public List<IncidentRow> openIncidents(PageRequest page) {
    return List.of(
        new IncidentRow(
            91,
            5_001,
            "PR-000119",
            "SendOrder",
            "JOB_NO_RETRIES",
            "Could not send PO-000087: connection to the mail server refused\n\tat line 1\n\tat line 2",
            "OPEN",
            FirmInMemory.NOW.minus(Duration.ofMinutes(4)),
            71L,
            retried.contains(91L)));
  }

  public List<JobRow> failingJobs(PageRequest page) {
    return List.of(
        new JobRow(
            72,
            5_003,
            "PR-000124",
            "SendOrder",
            "procurement.sendOrder",
            2,
            "Connection to the mail server refused",
            FirmInMemory.NOW.minus(Duration.ofSeconds(40)),
            FirmInMemory.NOW.plus(Duration.ofSeconds(20))));
  }

  public void retry(long incidentKey) {
    retried.add(incidentKey);
  }

  public List<String> processIds() {
    return List.of("procurement-approval");
  }

  public ReadModelState readModel() {
    return new ReadModelState(
        FirmInMemory.NOW.minusSeconds(3), Duration.ofMillis(12), 1, 0, false, 0);
  }

  public Optional<ProcessDiagram> ofInstance(long key) {
    return Optional.of(diagram(false));
  }

  private Stream<InstanceRow> matching(InstanceQuery query) {
    return all()
        .filter(row -> query.businessKey() == null || same(query.businessKey(), row.businessKey()))
        .filter(row -> query.state() == null || query.state().equals(row.state()))
        .filter(row -> !query.withIncidentOnly() || row.openIncidents() > 0);
  }

  private Stream<InstanceRow> all() {
    var requests = List.copyOf(firm.requests.values());
    return Stream.iterate(0, i -> i < requests.size(), i -> i + 1)
        .map(
            i ->
                new InstanceRow(
                    5_001 + i,
                    "procurement-approval",
                    1,
                    requests.get(i).number(),
                    requests.get(i).title(),
                    i == 6 ? "COMPLETED" : "ACTIVE",
                    FirmInMemory.NOW.minus(Duration.ofMinutes(40L + i)),
                    null,
                    i == 0 ? 1 : 0));
  }

  private static boolean same(String wanted, @Nullable String number) {
    return number != null && number.contains(wanted);
  }

  private static ProcessDiagram diagram(boolean incident) {
    return new ProcessDiagram(
        model(),
        List.of(
            done("RequestSubmitted"),
            done("ClaimRequest"),
            done("Claimed"),
            done("Join"),
            done("CommitBudget"),
            active("Approval", incident),
            done("ApprovalStarted"),
            done("DetermineLevels"),
            done("AnyLevel"),
            active("AskLevel", false),
            done("LevelStarted"),
            done("ScheduleLevel"),
            active("ApproveRequest", incident)));
  }

  private static Element done(String id) {
    return new Element(
        id,
        "COMPLETED",
        1,
        FirmInMemory.NOW.minusSeconds(400),
        FirmInMemory.NOW.minusSeconds(399),
        false,
        null);
  }

  private static Element active(String id, boolean incident) {
    return new Element(
        id,
        "ACTIVE",
        1,
        FirmInMemory.NOW.minusSeconds(300),
        null,
        incident,
        incident ? null : FirmInMemory.NOW.plus(Duration.ofHours(3)));
  }

  private static String model() {
    try {
      return Files.readString(MODEL);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
