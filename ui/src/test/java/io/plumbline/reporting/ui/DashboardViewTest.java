package io.plumbline.reporting.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import io.plumbline.preview.ViewTest;
import io.plumbline.procurement.PurchaseRequestRow;
import io.plumbline.shared.ui.BarChart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Project manager", roles = "REQUESTER")
class DashboardViewTest extends ViewTest {

  @Test
  void shouldTellTheAnswersInTheTitles() {
    navigate("dashboard", DashboardView.class);

    assertThat(titles())
        .contains(
            "2 of my requests wait for others, the longest since yesterday 08:00",
            "18 tasks are overdue, most in Tower B",
            "Requests of Clinic South take longest: 22 h in the median, 3.2 d or less in nine of ten cases",
            "Procurement approval takes 7.4 h in the median, 2.2 d or less in nine of ten cases");
    assertThat(titles())
        .anyMatch(
            title -> title.matches("[\\d,]+ SAR ordered, [\\d,]+ SAR committed; .* takes \\d+ %"));
  }

  @Test
  void shouldLeadFromAFigureToTheListBehindIt() {
    navigate("dashboard", DashboardView.class);

    assertThat(find(Anchor.class).withAttribute("href", "inbox?due=overdue").exists()).isTrue();
    test(find(Button.class).withText("Show as table").atIndex(1)).click();
    var behind = find(Anchor.class).withText("Tower B").atIndex(1).getHref();
    assertThat(behind).startsWith("requests?show=all&project=").endsWith("&status=submitted");
  }

  @Test
  void shouldNotLeadManagersFromEndedProcessesToRequestsThatWait() {
    navigate("dashboard", DashboardView.class);

    test(find(Button.class).withText("Show as table").atIndex(3)).click();

    assertThat(find(Anchor.class).withText("Procurement approval").exists()).isFalse();
    assertThat(find(NativeTableCell.class).withText("Procurement approval").exists()).isTrue();
  }

  @Test
  void shouldNameTheButtonsByTheirCharts() {
    navigate("dashboard", DashboardView.class);

    var overdue = "18 tasks are overdue, most in Tower B";
    var toggle =
        find(Button.class).withAttribute("aria-label", "Show as table: " + overdue).single();
    test(toggle).click();

    assertThat(toggle.getAriaLabel()).contains("Show as chart: " + overdue);
  }

  @Test
  void shouldFindTheViewByItsLandmark() {
    var view = navigate("dashboard", DashboardView.class);

    assertThat(view.getParent()).containsInstanceOf(Main.class);
  }

  @Test
  void shouldShowATableInPlaceOfAChart() {
    navigate("dashboard", DashboardView.class);
    var charts = find(BarChart.class).all().size();

    test(find(Button.class).withText("Show as table").atIndex(1)).click();

    assertThat(find(BarChart.class).all()).hasSize(charts - 1);
    assertThat(find(NativeTable.class).all()).hasSize(2);
    assertThat(find(Button.class).withText("Show as chart").exists()).isTrue();
  }

  @Test
  void shouldSayWhatIsMissingWhenThereIsNothing() {
    reports.clear();

    navigate("dashboard", DashboardView.class);

    assertThat(titles())
        .contains(
            "None of my requests waits for anyone",
            "Nothing is overdue",
            "No request has ended lately",
            "Nothing is ordered or committed yet");
    assertThat(find(BarChart.class).exists()).isFalse();
  }

  @Test
  void shouldDrawAnewWhenSomethingHappened() {
    navigate("dashboard", DashboardView.class);
    reports.clear();

    firm.end(6);

    assertThat(titles()).contains("Nothing is overdue");
  }

  @Test
  void shouldOpenTheListWithTheFiltersOfTheAddress() {
    open("requests", "show=all&category=materials&project=not-an-id");

    assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters())
        .satisfies(given -> assertThat(given.getSingleParameter("category")).contains("materials"));
    assertThat(test(this.<PurchaseRequestRow>list()).size()).isPositive();
  }

  private List<String> titles() {
    return find(H3.class).all().stream().map(H3::getText).toList();
  }
}
