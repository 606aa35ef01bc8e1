package io.plumbline.inbox.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.inbox.InboxQuery.View;
import io.plumbline.inbox.TaskFilter;
import io.plumbline.inbox.TaskFilter.Due;
import io.plumbline.shared.ui.Message;
import java.util.function.Consumer;

/** Says why a list of tasks is empty: nobody may take a search that finds nothing for no work. */
final class EmptyLists {
  private EmptyLists() {}

  static Message of(InboxAddress address, Consumer<InboxAddress> go) {
    var filter = address.filter();
    if (!filter.due(Due.ANY).equals(TaskFilter.NONE)) {
      var all =
          new Button(
              translate("inbox.unfiltered"),
              clicked -> go.accept(address.withFilter(TaskFilter.NONE)));
      return new Message(
          VaadinIcon.SEARCH,
          translate("inbox.empty.title.filter"),
          translate("inbox.empty.text.filter"),
          all);
    }
    var which = which(address.view(), filter.due());
    return new Message(
        VaadinIcon.CHECK_CIRCLE_O,
        translate("inbox.empty.title." + which),
        translate("inbox.empty.text." + which));
  }

  private static String which(View view, Due due) {
    if (due != Due.ANY) {
      return "due";
    }
    return switch (view) {
      case MINE -> "mine";
      case SUBSTITUTING -> "substituting";
      case RESTING -> "resting";
      case DELEGATED -> "delegated";
      case DONE -> "done";
      case ALL, GROUPS -> "all";
    };
  }
}
