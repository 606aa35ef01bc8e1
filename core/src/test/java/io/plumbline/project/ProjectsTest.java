package io.plumbline.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.CoreTest;
import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.shared.Conflict;
import io.plumbline.shared.NotAllowed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CoreTest
class ProjectsTest {
  private final Projects projects;
  private final TestTenants tenants;
  private TestTenant acme;
  private Caller rana;
  private Caller admin;
  private ProjectId tower;
  private ProjectId villa;

  @SuppressWarnings("NullAway.Init")
  ProjectsTest(Projects projects, TestTenants tenants) {
    this.projects = projects;
    this.tenants = tenants;
  }

  @BeforeEach
  void newProjects() {
    acme = tenants.newTenant();
    rana = acme.person("Rana", Role.REQUESTER);
    admin = acme.person("Ada", Role.ORGANISATION_ADMIN);
    tower = acme.as(admin, () -> projects.open("TWR-B", "Tower B"));
    villa = acme.as(admin, () -> projects.open("VIL-7", "Villa 7"));
    acme.run(admin, () -> projects.assign(tower, rana.user()));
    acme.run(admin, () -> projects.assign(tower, rana.user()));
  }

  @Test
  void shouldShowAssignedProjectsToRequestersAndAllToManagers() {
    assertThat(codes(rana)).containsExactly("TWR-B");
    assertThat(codes(acme.person("Petra", Role.PROJECT_MANAGER))).containsExactly("TWR-B", "VIL-7");
    assertThat(codes(acme.person("Omar", Role.OPERATOR))).isEmpty();
    assertThat(acme.as(rana, () -> projects.findMine(villa))).isEmpty();
    assertThat(acme.as(rana, () -> projects.find(villa))).isPresent();
  }

  @Test
  void shouldNotOfferClosedProjects() {
    acme.run(admin, () -> projects.close(tower));
    assertThat(codes(rana)).isEmpty();
    assertThat(codes(admin)).containsExactly("VIL-7");
    assertThat(acme.as(rana, () -> projects.findByCode("TWR-B"))).isPresent();
  }

  @Test
  void shouldKeepFirmsApart() {
    var other = tenants.newTenant();
    var stranger = other.person("Bernd", Role.ORGANISATION_ADMIN);
    assertThat(other.as(stranger, () -> projects.find(tower))).isEmpty();
    assertThat(other.as(stranger, () -> projects.findByCode("TWR-B"))).isEmpty();
    assertThat(other.as(stranger, () -> projects.open("TWR-B", "Another"))).isNotEqualTo(tower);
  }

  @Test
  void shouldRefuseSecondProjectOfSameCodeAndAnyoneButAdmins() {
    assertThatThrownBy(() -> acme.as(admin, () -> projects.open("TWR-B", "Again")))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> acme.as(rana, () -> projects.open("NEW", "New")))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> acme.run(rana, () -> projects.assign(villa, rana.user())))
        .isInstanceOf(NotAllowed.class);
  }

  private List<String> codes(Caller caller) {
    return acme.as(caller, projects::mine).stream().map(ProjectRow::code).toList();
  }
}
