package io.plumbline.calendar;

import io.plumbline.identity.Callers;
import io.plumbline.identity.People;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Working time of the current tenant; Monday to Friday, 8 to 17, until it defines its own. */
@Component
@Transactional
public class WorkingCalendar {
  private static final List<WorkingHours> DEFAULT =
      Stream.of(DayOfWeek.values())
          .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
          .map(day -> new WorkingHours(day, LocalTime.of(8, 0), LocalTime.of(17, 0)))
          .toList();

  private final JdbcClient jdbc;
  private final Callers callers;
  private final People people;

  WorkingCalendar(JdbcClient jdbc, Callers callers, People people) {
    this.jdbc = jdbc;
    this.callers = callers;
    this.people = people;
  }

  /**
   * The moment at which this much working time has passed.
   *
   * @param from start, inside or outside working time
   * @param workingTime zero or positive
   * @return an instant inside working time, or at its end
   */
  @Transactional(readOnly = true)
  public Instant add(Instant from, Duration workingTime) {
    return workingTime().add(from, workingTime);
  }

  /** Working time between two moments, zero when {@code to} is not after {@code from}. */
  @Transactional(readOnly = true)
  public Duration between(Instant from, Instant to) {
    return workingTime().between(from, to);
  }

  /**
   * Replaces the working week; for admins.
   *
   * @throws InvalidInput when there is none, a span ends before it starts, or two overlap
   */
  public void defineWeek(List<WorkingHours> hours) {
    requireAdministrator();
    requireUsable(hours);
    jdbc.sql("delete from app.working_hours").update();
    for (var span : hours) {
      jdbc.sql(
              """
              insert into app.working_hours (weekday, starts, ends) values (:day, :starts, :ends)
              """)
          .param("day", span.weekday().getValue())
          .param("starts", span.starts())
          .param("ends", span.ends())
          .update();
    }
  }

  /** Adds a holiday, or renames it; for admins. */
  public void addHoliday(Holiday holiday) {
    requireAdministrator();
    jdbc.sql(
            """
            insert into app.holiday (day, name) values (:day, :name)
            on conflict (tenant_id, day) do update set name = excluded.name
            """)
        .param("day", holiday.day())
        .param("name", holiday.name())
        .update();
  }

  /** The calendar as it stands, to count several times by. */
  @Transactional(readOnly = true)
  public WorkingTime workingTime() {
    return new WorkingTime(week(), holidays(), people.tenant().zone());
  }

  private List<WorkingHours> week() {
    var own =
        jdbc.sql("select weekday, starts, ends from app.working_hours order by weekday, starts")
            .query(WorkingCalendar::hours)
            .list();
    return own.isEmpty() ? DEFAULT : own;
  }

  private Set<LocalDate> holidays() {
    return jdbc.sql("select day from app.holiday").query(LocalDate.class).set();
  }

  private void requireAdministrator() {
    if (!callers.current().administers()) {
      throw new NotAllowed("identity.adminOnly");
    }
  }

  private static void requireUsable(List<WorkingHours> hours) {
    if (hours.isEmpty()) {
      throw new InvalidInput("calendar.empty");
    }
    for (var span : hours) {
      if (!span.starts().isBefore(span.ends())) {
        throw new InvalidInput("calendar.order", span.weekday(), span.starts(), span.ends());
      }
    }
    hours.stream().collect(Collectors.groupingBy(WorkingHours::weekday)).values().stream()
        .map(day -> day.stream().sorted(Comparator.comparing(WorkingHours::starts)).toList())
        .forEach(WorkingCalendar::requireApart);
  }

  private static void requireApart(List<WorkingHours> day) {
    for (var next = 1; next < day.size(); next++) {
      var span = day.get(next);
      if (span.starts().isBefore(day.get(next - 1).ends())) {
        throw new InvalidInput("calendar.overlap", span.weekday(), span.starts());
      }
    }
  }

  private static WorkingHours hours(ResultSet row, int at) throws SQLException {
    return new WorkingHours(
        DayOfWeek.of(row.getInt("weekday")),
        row.getObject("starts", LocalTime.class),
        row.getObject("ends", LocalTime.class));
  }
}
