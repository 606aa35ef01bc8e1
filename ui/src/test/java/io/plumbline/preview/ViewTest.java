package io.plumbline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Views without a browser, over the firm in memory, which each test finds as new. */
@SpringBootTest(classes = PreviewApplication.class)
public abstract class ViewTest extends SpringBrowserlessTest {
  @Autowired protected FirmInMemory firm;
  @Autowired protected FilesInMemory files;
  @Autowired protected TeamInMemory team;
  @Autowired private MarksInMemory marksInMemory;
  @Autowired protected ReportsInMemory reports;

  @AfterEach
  void forget() {
    firm.reset();
    files.reset();
    team.reset();
    marksInMemory.reset();
    reports.reset();
  }

  /** Opens an address with its query, as pasted by a colleague. */
  protected void open(String path, String query) {
    UI.getCurrent().navigate(path, QueryParameters.fromString(query));
  }

  /** Until what goes on in the background has happened. */
  protected void await(BooleanSupplier happened) {
    var until = Instant.now().plusSeconds(10);
    while (!happened.getAsBoolean() && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
      roundTrip();
    }
    assertThat(happened.getAsBoolean()).isTrue();
  }

  protected void click(String text) {
    test(find(Button.class).withText(text).single()).click();
  }

  /** The only list of the view; what is in it is up to the caller. */
  @SuppressWarnings("unchecked")
  protected <T> Grid<T> list() {
    return find(Grid.class).single();
  }

  /** What a browser says when words stand in a field for days. */
  protected static void typeNoDay(DatePicker field) {
    field.clear();
    field.getElement().setProperty("_inputElementValue", "soon");
    field
        .getElement()
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(
            new DomEvent(field.getElement(), "unparsable-change", JacksonUtils.createObjectNode()));
  }

  @SuppressWarnings("unchecked")
  protected <T> void choose(String label, String item) {
    if (find(ComboBox.class).withLabel(label).exists()) {
      test((ComboBox<T>) find(ComboBox.class).withLabel(label).single()).selectItem(item);
    } else {
      test((Select<T>) find(Select.class).withLabel(label).single()).selectItem(item);
    }
  }
}
