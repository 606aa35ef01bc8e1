package io.plumbline.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.CoreTest;
import io.plumbline.TestReadModel;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

@CoreTest
class ReadMarksTest {
  private final ReadMarks marks;
  private final TestTenant tenant;

  ReadMarksTest(ReadMarks marks, TestTenants tenants) {
    this.marks = marks;
    this.tenant = tenants.newTenant();
  }

  @Test
  void shouldRememberPerPersonUntilTheTaskEnds() {
    var first = TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).open();
    var second = TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).open();
    var third = TestReadModel.task(tenant).forGroups(Role.PROJECT_MANAGER).open();
    var me = tenant.person("Me", Role.PROJECT_MANAGER);
    var all = List.of(first, second, third);

    tenant.run(me, () -> List.of(first, first, second).forEach(marks::see));

    assertThat(tenant.as(me, () -> marks.seenAmong(all))).containsExactlyInAnyOrder(first, second);
    assertThat(tenant.as(me, () -> marks.seenAmong(List.of()))).isEmpty();
    assertThat(tenant.as(tenant.person("Other"), () -> marks.seenAmong(all))).isEmpty();

    TestReadModel.end(first, "COMPLETED");
    tenant.run(tenant.system(), marks::forgetEnded);
    assertThat(tenant.as(me, () -> marks.seenAmong(all))).containsExactly(second);
  }
}
