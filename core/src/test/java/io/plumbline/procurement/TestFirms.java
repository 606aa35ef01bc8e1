package io.plumbline.procurement;

import io.plumbline.TestTenant;
import io.plumbline.TestTenants;
import io.plumbline.identity.UserId;
import io.plumbline.project.ProjectId;
import io.plumbline.project.Projects;
import io.plumbline.shared.Money;

/** Fresh firms for tests; a bean of {@code CoreTestApplication}. */
public class TestFirms {
  private final TestTenants tenants;
  private final Projects projects;
  private final Vendors vendors;
  private final Budgets budgets;
  private final PurchaseRequests requests;

  TestFirms(
      TestTenants tenants,
      Projects projects,
      Vendors vendors,
      Budgets budgets,
      PurchaseRequests requests) {
    this.tenants = tenants;
    this.projects = projects;
    this.vendors = vendors;
    this.budgets = budgets;
    this.requests = requests;
  }

  /** In Riyadh, SAR, with a budget of 1,000,000 for materials of Tower B. */
  public TestFirm newFirm() {
    return newFirm(1_000_000);
  }

  public TestFirm newFirm(long materialsBudgetMajor) {
    var tenant = tenants.newTenant();
    var project = tenant.asSystem(() -> projects.open("TWR-B", "Tower B"));
    var vendor = tenant.asSystem(() -> vendors.add("Gulf Cement", "orders@gulf-cement.example"));
    tenant.run(tenant.system(), () -> plan(project, materialsBudgetMajor));
    var firm = TestFirm.of(tenant, project, vendor, this);
    assign(tenant, project, firm.requester().user());
    return firm;
  }

  public void assign(TestTenant tenant, ProjectId project, UserId person) {
    tenant.run(tenant.system(), () -> projects.assign(project, person));
  }

  PurchaseRequests requests() {
    return requests;
  }

  private void plan(ProjectId project, long major) {
    budgets.plan(project, Category.MATERIALS, Money.of(major * 100, "SAR"));
  }
}
