package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Offers colleagues while a person types "@" in the text area that has the same parent; by keyboard
 * or pointer.
 */
@Tag("mention-picker")
@JsModule("./components/mention-picker.ts")
public class MentionPicker extends Component {

  /** A colleague as offered. */
  public record Offer(UUID id, String name, String role) {}

  private record Labels(String list, String found) {}

  private record ClientOffer(String id, String name, String role) {}

  /**
   * A picker.
   *
   * @param search colleagues for what was typed after the "@"
   * @param picked told the id of each one taken; from a browser, so it may be anyone's
   */
  public MentionPicker(Function<String, List<Offer>> search, Consumer<UUID> picked) {
    getElement()
        .setPropertyBean(
            "labels", new Labels(getTranslation("mention.list"), getTranslation("mention.found")));
    getElement()
        .addEventListener(
            "mention-query",
            event -> offer(search.apply(event.getEventData().get("event.detail.typed").asString())))
        .addEventData("event.detail.typed")
        .debounce(150);
    getElement()
        .addEventListener(
            "mention-picked",
            event ->
                picked.accept(
                    UUID.fromString(event.getEventData().get("event.detail.id").asString())))
        .addEventData("event.detail.id");
  }

  private void offer(List<Offer> offers) {
    getElement()
        .setPropertyList(
            "people",
            offers.stream()
                .map(each -> new ClientOffer(each.id().toString(), each.name(), each.role()))
                .toList());
  }
}
