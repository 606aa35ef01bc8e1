package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/**
 * A BPMN diagram with its tokens, its done path and its incidents (bpmn-js in a small web
 * component).
 */
@Tag("bpmn-viewer")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./components/bpmn-viewer.ts")
public class BpmnViewer extends Component implements HasSize, HasStyle {

  /** What stands at an element. {@code label} is shown on hover. */
  public record ElementState(String id, int tokens, int incidents, boolean done, String label) {}

  private record Labels(String diagram, String zoomIn, String zoomOut, String fit) {}

  public BpmnViewer() {
    addClassName("diagram");
    getElement()
        .setPropertyBean(
            "labels",
            new Labels(
                getTranslation("diagram.title"),
                getTranslation("diagram.zoomIn"),
                getTranslation("diagram.zoomOut"),
                getTranslation("diagram.fit")));
  }

  public void setXml(String xml) {
    getElement().setProperty("xml", xml);
  }

  /** {@code summary} says the same in words, for those who do not see the diagram. */
  public void setStates(List<ElementState> states, String summary) {
    getElement().setPropertyList("states", states);
    getElement().setProperty("summary", summary);
  }

  public void select(String elementId) {
    getElement().setProperty("selected", elementId);
  }

  public Registration addElementClickListener(ComponentEventListener<ElementClick> listener) {
    return addListener(ElementClick.class, listener);
  }

  /** A person clicked the element with this id of the model. */
  @DomEvent("element-click")
  public static class ElementClick extends ComponentEvent<BpmnViewer> {
    private final String elementId;

    public ElementClick(
        BpmnViewer source, boolean fromClient, @EventData("event.detail.id") String elementId) {
      super(source, fromClient);
      this.elementId = elementId;
    }

    public String elementId() {
      return elementId;
    }
  }
}
