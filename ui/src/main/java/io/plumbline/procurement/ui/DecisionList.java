package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.plumbline.procurement.PurchaseRequestDetails.Decision;
import io.plumbline.shared.ui.Badge;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.PersonName;
import java.util.List;

/** Who decided what, when, why and on which channel. */
class DecisionList extends Composite<UnorderedList> {
  private final Moments moments;

  DecisionList(List<Decision> decisions, Moments moments) {
    this.moments = moments;
    getContent().addClassName("decisions");
    decisions.stream().map(this::item).forEach(getContent()::add);
  }

  private ListItem item(Decision decision) {
    var item = new ListItem(new PersonName(decision.byName(), decision.forName()), badge(decision));
    var facts = new Span();
    facts.addClassName("muted");
    facts.add(moments.pastText(decision.at()));
    facts.add(" · " + getTranslation("channel." + decision.channel().name()));
    if (decision.levelRank() != null && decision.levelCount() != null) {
      facts.add(" · " + getTranslation("level", decision.levelRank(), decision.levelCount()));
    }
    if (decision.reason() != null && !decision.reason().isBlank()) {
      facts.add(" · “" + decision.reason() + "”");
    }
    if (decision.voidReason() != null) {
      item.addClassName("void");
      facts.add(" · " + getTranslation("decision.void", decision.voidReason()));
    }
    item.add(facts);
    return item;
  }

  private Badge badge(Decision decision) {
    var text = getTranslation("decision." + decision.outcome());
    return switch (decision.outcome()) {
      case "reject", "refuse" -> new Badge(text, VaadinIcon.CLOSE_SMALL, Badge.Tone.BAD);
      case "sendBack" -> new Badge(text, VaadinIcon.ARROW_BACKWARD, Badge.Tone.WARNING);
      default -> new Badge(text, VaadinIcon.CHECK, Badge.Tone.OK);
    };
  }
}
