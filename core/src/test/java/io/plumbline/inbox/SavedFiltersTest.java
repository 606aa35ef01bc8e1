package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.inbox.InboxQuery.Sort;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.NotAllowed;
import io.plumbline.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CoreTest
class SavedFiltersTest {
  private static final String GROUP = Role.PROJECT_MANAGER.group();
  private static final InboxQuery STEEL =
      InboxQuery.of(View.GROUPS, TaskFilter.NONE.words("steel >10000"))
          .sortedBy(Sort.PRIORITY, Sort.AMOUNT);
  private final SavedFilters filters;
  private final JdbcClient jdbc;
  private final TestTenants tenants;
  private final TestTenant tenant;
  private final Caller me;
  private final Caller colleague;

  SavedFiltersTest(SavedFilters filters, JdbcClient jdbc, TestTenants tenants) {
    this.filters = filters;
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.tenant = tenants.newTenant();
    this.me = tenant.person("Me", Role.PROJECT_MANAGER);
    this.colleague = tenant.person("Colleague", Role.PROJECT_MANAGER);
  }

  @Test
  void shouldKeepASearchForMyselfOnly() {
    var saved = save(me, " Steel ", null);

    assertThat(tenant.as(me, () -> filters.find(saved)).name()).isEqualTo("Steel");
    assertThat(tenant.as(me, () -> filters.find(saved)).read().query()).isEqualTo(STEEL);
    assertThat(names(me)).containsExactly("Steel");
    assertThat(names(colleague)).isEmpty();
    for (var other : List.of(colleague, tenant.person("Admin", Role.ORGANISATION_ADMIN))) {
      assertThatThrownBy(() -> tenant.as(other, () -> filters.find(saved)))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> tenant.run(other, () -> filters.delete(saved)))
          .isInstanceOf(NotFound.class);
    }
  }

  @Test
  void shouldShareWithOwnGroupWhichMayReadButNotChange() {
    var saved = save(me, "Steel", GROUP);

    assertThat(names(colleague)).containsExactly("Steel");
    assertThat(names(tenant.person("Finance", Role.FINANCE_DIRECTOR))).isEmpty();
    assertThatThrownBy(() -> tenant.run(colleague, () -> filters.change(saved, "Mine", null)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> tenant.run(colleague, () -> filters.replace(saved, STEEL)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> tenant.run(colleague, () -> filters.delete(saved)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> save(me, "Money", Role.FINANCE_DIRECTOR.group()))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void shouldRenameUnshareReplaceAndDelete() {
    var saved = save(me, "Steel", GROUP);

    tenant.run(me, () -> filters.change(saved, "Beams", null));
    tenant.run(me, () -> filters.replace(saved, InboxQuery.first()));

    assertThat(names(colleague)).isEmpty();
    assertThat(names(me)).containsExactly("Beams");
    assertThat(tenant.as(me, () -> filters.find(saved)).fields()).isEmpty();
    tenant.run(me, () -> filters.delete(saved));
    assertThat(names(me)).isEmpty();
  }

  @Test
  void shouldChangeNameAndQueryTogetherOrNeither() {
    save(me, "Beams", null);
    var saved = save(me, "Steel", null);

    assertThatThrownBy(
            () -> tenant.run(me, () -> filters.change(saved, "Beams", null, InboxQuery.first())))
        .isInstanceOf(Conflict.class);
    assertThat(tenant.as(me, () -> filters.find(saved)).fields()).isNotEmpty();

    tenant.run(me, () -> filters.change(saved, "Girders", null, InboxQuery.first()));
    assertThat(tenant.as(me, () -> filters.find(saved)).fields()).isEmpty();
    assertThat(names(me)).containsExactly("Beams", "Girders");
  }

  @Test
  void shouldOrderForEachPersonAlone() {
    var a = save(me, "A", GROUP);
    var b = save(me, "B", GROUP);
    var c = save(me, "C", GROUP);

    tenant.run(me, () -> filters.order(List.of(c, c, UUID.randomUUID(), a)));

    assertThat(names(me)).containsExactly("C", "A", "B");
    assertThat(names(colleague)).containsExactly("A", "B", "C");
    tenant.run(me, () -> filters.delete(c));
    assertThat(names(me)).containsExactly("A", "B");
    assertThat(b).isNotEqualTo(a);
  }

  @Test
  void shouldOpenWhatStillFitsOfAnOlderFilter() {
    var saved = save(me, "Steel", null);
    tenant.run(
        me,
        () ->
            jdbc.sql(
                    "update app.saved_filter set fields = fields || '{\"costCentre\": \"4711\", \"due\": \"someday\"}'")
                .update());

    var read = tenant.as(me, () -> filters.find(saved)).read();

    assertThat(read.query()).isEqualTo(STEEL);
    assertThat(read.unfit()).containsExactlyInAnyOrder("costCentre", "due");
  }

  @Test
  void shouldRefuseOddNames() {
    save(me, "Steel", null);

    assertThatThrownBy(() -> save(me, "Steel", null)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> save(me, " ", null)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> save(me, "x".repeat(81), null)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> save(me, "a\0b", null)).isInstanceOf(InvalidInput.class);
    assertThat(names(me)).containsExactly("Steel");
    save(colleague, "Steel", null);
  }

  @Test
  void shouldKeepALimitedNumber() {
    for (var i = 0; i < 50; i++) {
      save(me, "Filter " + i, null);
    }
    assertThatThrownBy(() -> save(me, "One more", null)).isInstanceOf(Conflict.class);
  }

  @Test
  void shouldHideFiltersOfAnotherTenant() {
    var saved = save(me, "Steel", GROUP);
    var stranger = tenants.newTenant().person("Stranger", Role.PROJECT_MANAGER);

    assertThat(names(stranger)).isEmpty();
    assertThatThrownBy(() -> tenant.as(stranger, () -> filters.find(saved)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tenant.run(stranger, () -> filters.replace(saved, STEEL)))
        .isInstanceOf(NotFound.class);
  }

  private UUID save(Caller who, String name, @Nullable String group) {
    return tenant.as(who, () -> filters.save(name, STEEL, group)).id();
  }

  private List<String> names(Caller who) {
    return tenant.as(who, filters::all).stream().map(SavedFilter::name).toList();
  }
}
