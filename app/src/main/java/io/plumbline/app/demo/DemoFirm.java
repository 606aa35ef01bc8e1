package io.plumbline.app.demo;

import io.plumbline.identity.Role;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A firm that shows what Plumbline does; people are named after what they do. */
record DemoFirm(
    String slug,
    String name,
    ZoneId zone,
    Currency currency,
    List<Member> people,
    List<Project> projects,
    List<Vendor> vendors,
    Week week,
    Map<LocalDate, String> holidays) {

  /**
   * @param phone +E.164, for WhatsApp and SMS
   */
  record Member(String username, String name, String email, String phone, Set<Role> roles) {}

  /**
   * @param budgets minor units by category
   */
  record Project(String code, String name, Map<String, Long> budgets) {}

  record Vendor(String name, String email) {}

  /** The same spans every working day. */
  record Week(Set<DayOfWeek> days, Map<LocalTime, LocalTime> spans) {}

  static List<DemoFirm> all() {
    return List.of(acme(), borealis());
  }

  private static DemoFirm acme() {
    return new DemoFirm(
        "acme",
        "Acme Contracting",
        ZoneId.of("Asia/Riyadh"),
        Currency.getInstance("SAR"),
        people("acme", "+96650000000"),
        List.of(
            new Project("TWR-B", "Tower B", budgets(900_000, 250_000, 400_000, 60_000, 15_000)),
            new Project("VIL-7", "Villa 7", budgets(120_000, 40_000, 80_000, 20_000, 2_000)),
            new Project(
                "CLN-S", "Clinic South", budgets(450_000, 300_000, 150_000, 90_000, 10_000))),
        List.of(
            new Vendor("Cement and Steel Supply", "orders@cement-steel.example"),
            new Vendor("Site Equipment Rental", "orders@site-equipment.example"),
            new Vendor("Office Supply House", "orders@office-supply.example")),
        new Week(
            Set.of(
                DayOfWeek.SUNDAY,
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY),
            Map.of(time(8), time(12), time(13), time(17))),
        Map.of(
            LocalDate.of(2027, 2, 22), "Founding Day",
            LocalDate.of(2027, 9, 23), "National Day"));
  }

  private static DemoFirm borealis() {
    return new DemoFirm(
        "borealis",
        "Borealis Facilities",
        ZoneId.of("Europe/Berlin"),
        Currency.getInstance("EUR"),
        people("borealis", "+49151000000"),
        List.of(
            new Project(
                "HQ-R", "Headquarters refit", budgets(200_000, 80_000, 120_000, 50_000, 8_000)),
            new Project("DEP-2", "Depot 2", budgets(90_000, 60_000, 40_000, 25_000, 4_000))),
        List.of(
            new Vendor("Building Trade Supply", "orders@building-trade.example"),
            new Vendor("Facility Equipment", "orders@facility-equipment.example")),
        new Week(
            Set.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY),
            Map.of(time(8), time(12), LocalTime.of(12, 30), LocalTime.of(16, 30))),
        Map.of(
            LocalDate.of(2026, 12, 25), "Christmas Day",
            LocalDate.of(2026, 12, 26), "Second Day of Christmas",
            LocalDate.of(2027, 1, 1), "New Year",
            LocalDate.of(2027, 5, 1), "Labour Day"));
  }

  private static List<Member> people(String slug, String phonePrefix) {
    return List.of(
        member(slug, "requester", "Site requester", phonePrefix + "1", Role.REQUESTER),
        member(slug, "project.manager", "Project manager", phonePrefix + "2", Role.PROJECT_MANAGER),
        member(
            slug,
            "procurement.manager",
            "Procurement manager",
            phonePrefix + "3",
            Role.PROCUREMENT_MANAGER),
        member(
            slug, "finance.director", "Finance director", phonePrefix + "4", Role.FINANCE_DIRECTOR),
        member(slug, "admin", "Organisation admin", phonePrefix + "5", Role.ORGANISATION_ADMIN),
        member(slug, "operator", "Operator", phonePrefix + "6", Role.OPERATOR));
  }

  private static Member member(String slug, String user, String name, String phone, Role role) {
    var mail = user + "@" + slug + ".example";
    return new Member(user + "@" + slug, name, mail, phone, Set.of(role));
  }

  /** Major units, in the order of the categories. */
  private static Map<String, Long> budgets(
      long materials, long equipment, long subcontract, long services, long office) {
    return Map.of(
        "materials", materials * 100,
        "equipment", equipment * 100,
        "subcontract", subcontract * 100,
        "services", services * 100,
        "office", office * 100);
  }

  private static LocalTime time(int hour) {
    return LocalTime.of(hour, 0);
  }
}
