package io.plumbline.procurement;

import io.plumbline.identity.People;
import io.plumbline.identity.Tenant;
import io.plumbline.project.ProjectId;
import io.plumbline.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was typed into a {@link Requisition}, or says everything that is wrong with it. */
@Component
class RequestChecks {
  static final int LONGEST_NOTE = 4_000;
  private static final int MAX_YEARS_AHEAD = 5;

  private final Projects projects;
  private final Vendors vendors;
  private final People people;
  private final Clock clock;

  RequestChecks(Projects projects, Vendors vendors, People people, Clock clock) {
    this.projects = projects;
    this.vendors = vendors;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @throws io.plumbline.shared.InvalidInput with a problem per field
   */
  Requisition check(NewPurchaseRequest typed) {
    var tenant = people.tenant();
    var problems = new Problems();
    var project = project(problems, typed.projectId());
    var category = category(problems, typed.category());
    var neededBy =
        neededBy(problems, typed.neededBy(), LocalDate.now(clock.withZone(tenant.zone())));
    var note = problems.optionalText("note", typed.note(), LONGEST_NOTE);
    var vendor = vendor(problems, typed.vendorId());
    var currency = currency(problems, typed.currency(), tenant);
    var lines = new LineChecks(problems, currency).check(typed.lines());
    problems.throwIfAny();
    return new Requisition(
        Objects.requireNonNull(project),
        Objects.requireNonNull(category),
        lines,
        currency,
        Objects.requireNonNull(neededBy),
        note,
        vendor);
  }

  private @Nullable ProjectId project(Problems problems, @Nullable UUID typed) {
    if (typed == null) {
      problems.add("projectId", "procurement.project.missing");
      return null;
    }
    var id = new ProjectId(typed);
    if (projects.findMine(id).isEmpty()) {
      problems.add("projectId", "procurement.project.unknown");
    }
    return id;
  }

  private static @Nullable Category category(Problems problems, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      problems.add("category", "procurement.category.missing");
      return null;
    }
    var category = Category.ofKey(typed.strip());
    if (category.isEmpty()) {
      problems.add("category", "procurement.category.unknown", Problems.quote(typed));
    }
    return category.orElse(null);
  }

  private static @Nullable LocalDate neededBy(
      Problems problems, @Nullable LocalDate typed, LocalDate today) {
    if (typed == null) {
      problems.add("neededBy", "procurement.neededBy.missing");
    } else if (typed.isBefore(today)) {
      problems.add("neededBy", "procurement.neededBy.past", typed);
    } else if (typed.isAfter(today.plusYears(MAX_YEARS_AHEAD))) {
      problems.add("neededBy", "procurement.neededBy.tooFar", MAX_YEARS_AHEAD);
    }
    return typed;
  }

  private @Nullable VendorId vendor(Problems problems, @Nullable UUID typed) {
    if (typed == null) {
      return null;
    }
    var id = new VendorId(typed);
    if (vendors.findActive(id).isEmpty()) {
      problems.add("vendorId", "procurement.vendor.unknown");
    }
    return id;
  }

  /** The tenant's currency: prices are checked in it even when another one was typed. */
  private static Currency currency(Problems problems, @Nullable String typed, Tenant tenant) {
    if (typed == null || typed.isBlank()) {
      problems.add("currency", "procurement.currency.missing");
    } else if (iso(typed.strip()).isEmpty()) {
      problems.add("currency", "procurement.currency.unknown", Problems.quote(typed));
    } else if (!typed.strip().equals(tenant.currency())) {
      problems.add("currency", "procurement.currency.notOurs", tenant.name(), tenant.currency());
    }
    return Currency.getInstance(tenant.currency());
  }

  private static Optional<Currency> iso(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .findAny();
  }
}
