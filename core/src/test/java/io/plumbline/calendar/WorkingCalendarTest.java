package io.plumbline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Role;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

@CoreTest
class WorkingCalendarTest {
  private static final Instant FRIDAY_NOON_IN_RIYADH = Instant.parse("2026-11-20T09:00:00Z");

  private final WorkingCalendar calendar;
  private final TestTenants tenants;

  WorkingCalendarTest(WorkingCalendar calendar, TestTenants tenants) {
    this.calendar = calendar;
    this.tenants = tenants;
  }

  @Test
  void shouldWorkMondayToFridayEightToFiveUnlessDefined() {
    var acme = tenants.newTenant();
    assertThat(add(acme, Duration.ofHours(6))).isEqualTo("2026-11-23T06:00:00Z");
  }

  @Test
  void shouldFollowOwnWeekAndHolidaysInOwnZone() {
    var acme = tenants.newTenant();
    acme.run(
        acme.system(),
        () -> {
          calendar.defineWeek(
              List.of(span(DayOfWeek.SUNDAY, 9, 12), span(DayOfWeek.SUNDAY, 13, 18)));
          calendar.addHoliday(new Holiday(LocalDate.of(2026, 11, 22), "National day"));
          calendar.addHoliday(new Holiday(LocalDate.of(2026, 11, 22), "Renamed"));
        });
    assertThat(add(acme, Duration.ofHours(4))).isEqualTo("2026-11-29T11:00:00Z");
    assertThat(
            acme.asSystem(
                () ->
                    calendar.between(FRIDAY_NOON_IN_RIYADH, Instant.parse("2026-11-29T11:00:00Z"))))
        .isEqualTo(Duration.ofHours(4));
    assertThat(add(tenants.newTenant(), Duration.ofHours(6))).isEqualTo("2026-11-23T06:00:00Z");
  }

  @Test
  void shouldRefuseWeekThatCannotBe() {
    var acme = tenants.newTenant();
    refuse(acme, List.of(), "at least one span");
    refuse(acme, List.of(span(DayOfWeek.MONDAY, 17, 8)), "before it starts");
    refuse(acme, List.of(span(DayOfWeek.MONDAY, 13, 17), span(DayOfWeek.MONDAY, 8, 14)), "overlap");
  }

  @Test
  void shouldLetAdminsOnlyDefine() {
    var acme = tenants.newTenant();
    var manager = acme.person("Petra", Role.PROJECT_MANAGER);
    assertThatThrownBy(
            () ->
                acme.run(
                    manager, () -> calendar.defineWeek(List.of(span(DayOfWeek.MONDAY, 8, 17)))))
        .isInstanceOf(NotAllowed.class);
  }

  private void refuse(TestTenant tenant, List<WorkingHours> week, String sentence) {
    assertThatThrownBy(() -> tenant.run(tenant.system(), () -> calendar.defineWeek(week)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(sentence);
  }

  private String add(TestTenant tenant, Duration working) {
    return tenant.asSystem(() -> calendar.add(FRIDAY_NOON_IN_RIYADH, working)).toString();
  }

  private static WorkingHours span(DayOfWeek day, int from, int to) {
    return new WorkingHours(day, LocalTime.of(from, 0), LocalTime.of(to, 0));
  }
}
