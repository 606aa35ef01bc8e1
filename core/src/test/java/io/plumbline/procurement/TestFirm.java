package io.plumbline.procurement;

import io.plumbline.TestTenant;
import io.plumbline.identity.Caller;
import io.plumbline.identity.Role;
import io.plumbline.project.ProjectId;
import java.util.function.Supplier;

/** A firm of one test that can buy: one person per role, a project with a budget, a vendor. */
public record TestFirm(
    TestTenant tenant,
    Caller requester,
    Caller projectManager,
    Caller procurementManager,
    Caller financeDirector,
    Caller admin,
    Caller operator,
    ProjectId project,
    VendorId vendor,
    TestFirms firms) {

  static TestFirm of(TestTenant tenant, ProjectId project, VendorId vendor, TestFirms firms) {
    return new TestFirm(
        tenant,
        tenant.person("Rana Requester", Role.REQUESTER),
        tenant.person("Petra Projects", Role.PROJECT_MANAGER, Role.REQUESTER),
        tenant.person("Paul Procurement", Role.PROCUREMENT_MANAGER),
        tenant.person("Fadi Finance", Role.FINANCE_DIRECTOR),
        tenant.person("Ada Admin", Role.ORGANISATION_ADMIN),
        tenant.person("Omar Operator", Role.OPERATOR),
        project,
        vendor,
        firms);
  }

  /** A request for cement, 1,000 in the firm's currency, by the requester for the project. */
  public TestRequest aRequest() {
    return new TestRequest(this);
  }

  public <T> T as(Caller caller, Supplier<T> action) {
    return tenant.as(caller, action);
  }

  public void run(Caller caller, Runnable action) {
    tenant.run(caller, action);
  }

  public <T> T asSystem(Supplier<T> action) {
    return tenant.asSystem(action);
  }
}
