package io.plumbline.procurement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import io.plumbline.preview.ViewTest;
import io.plumbline.procurement.BudgetPosition;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetBarTest extends ViewTest {

  @Test
  void shouldCountACommittedRequestOnce() {
    var budget = new BudgetPosition("materials", "SAR", 20_000_00, 0, 13_500_00, 4_500_00, true);

    assertThat(legend(budget, false))
        .containsExactly("ordered0", "committed9,000", "this4,500", "free6,500");
  }

  @Test
  void shouldCountAnOrderedRequestOnce() {
    var budget =
        new BudgetPosition("materials", "SAR", 20_000_00, 4_500_00, 9_000_00, 4_500_00, true);

    assertThat(legend(budget, true))
        .containsExactly("ordered0", "committed9,000", "this4,500", "free6,500");
  }

  @Test
  void shouldSayByHowMuchTheBudgetIsOver() {
    var budget = new BudgetPosition("materials", "SAR", 1_000_00, 0, 0, 4_500_00, false);

    assertThat(legend(budget, false)).contains("this4,500", "over3,500");
  }

  private List<String> legend(BudgetPosition budget, boolean ordered) {
    var bar = new BudgetBar(budget, ordered);
    getCurrentView().getElement().appendChild(bar.getElement());
    return find(ListItem.class).all().stream()
        .map(item -> item.getElement().getTextRecursively())
        .toList();
  }
}
