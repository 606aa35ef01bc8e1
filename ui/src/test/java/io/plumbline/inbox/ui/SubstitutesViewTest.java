package io.plumbline.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import io.plumbline.inbox.Substitution;
import io.plumbline.inbox.Substitution.State;
import io.plumbline.preview.ViewTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(
    username = "Project manager",
    roles = {"REQUESTER", "PROJECT_MANAGER"})
class SubstitutesViewTest extends ViewTest {

  @Test
  void shouldSayThatNobodyStandsInForAnybody() {
    navigate("substitutes", SubstitutesView.class);

    assertThat(find(Paragraph.class).atIndex(2).getText()).contains("Nobody stands in for you");
  }

  @Test
  void shouldAskSomeoneToStandIn() {
    navigate("substitutes", SubstitutesView.class);
    choose("Who stands in", "Finance director");
    var until = find(DatePicker.class).withLabel("Last day away").single();
    test(until).setValue(LocalDate.of(2026, 12, 24));

    click("Ask them");

    assertThat(team.mine())
        .singleElement()
        .extracting(Substitution::substituteName, Substitution::state)
        .containsExactly("Finance director", State.PROPOSED);
    assertThat(find(ListItem.class).single().getChildren().count()).isEqualTo(5);
    click("Take back");
    assertThat(team.mine().getFirst().state()).isEqualTo(State.ENDED);
  }

  @Test
  void shouldSayAtTheFieldWhatIsMissing() {
    navigate("substitutes", SubstitutesView.class);
    choose("Who stands in", "Finance director");

    click("Ask them");

    var until = find(DatePicker.class).withLabel("Last day away").single();
    assertThat(until.isInvalid()).isTrue();
    assertThat(until.getErrorMessage()).isEqualTo("Give the last day.");
    assertThat(team.mine()).isEmpty();
  }

  @Test
  void shouldAnswerWhoAsked() {
    team.ask("Finance director", "Project manager");
    navigate("substitutes", SubstitutesView.class);

    click("Accept");

    assertThat(team.mine().getFirst().state()).isEqualTo(State.ACCEPTED);
    assertThat(find(Button.class).withText("End now").exists()).isTrue();
  }

  @Test
  void shouldNotOfferToAnswerForOthers() {
    team.ask("Finance director", "Operator");
    navigate("substitutes", SubstitutesView.class);

    assertThat(find(Button.class).withText("Accept").exists()).isFalse();
  }
}
