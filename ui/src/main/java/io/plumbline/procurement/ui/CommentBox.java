package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.identity.Person;
import io.plumbline.identity.UserId;
import io.plumbline.procurement.PurchaseRequestId;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.shared.InvalidInput;
import io.plumbline.shared.ui.DraftTexts;
import io.plumbline.shared.ui.FieldErrors;
import io.plumbline.shared.ui.MentionPicker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where one writes a comment; "@" offers colleagues who may see the request. */
class CommentBox extends Composite<Div> {
  private static final int LONGEST = 4_000;
  private final PurchaseRequests requests;
  private final PurchaseRequestId request;
  private final Runnable sent;
  private final TextArea text = new TextArea();
  private final Set<UserId> picked = new HashSet<>();

  CommentBox(PurchaseRequests requests, PurchaseRequestId request, Runnable sent) {
    this.requests = requests;
    this.request = request;
    this.sent = sent;
    text.setLabel(getTranslation("comment.label"));
    text.setHelperText(getTranslation("comment.help"));
    text.setMaxLength(LONGEST);
    text.addClassName("wide-field");
    text.addKeyDownListener(Key.ENTER, pressed -> send(), KeyModifier.CONTROL);
    var field = new Div(text, new MentionPicker(this::offer, id -> picked.add(new UserId(id))));
    field.addClassName("comment-field");
    getContent().addClassName("comment-box");
    getContent().add(field, new Button(getTranslation("comment.send"), clicked -> send()));
  }

  void keep(DraftTexts drafts) {
    drafts.follow("comment", text);
  }

  void focus() {
    text.scrollIntoView();
    text.focus();
  }

  boolean isEmpty() {
    return text.getValue().isBlank();
  }

  private void send() {
    if (isEmpty()) {
      text.focus();
      return;
    }
    try {
      requests.comment(request, text.getValue().strip(), Set.copyOf(picked));
    } catch (InvalidInput invalid) {
      new FieldErrors().at("body", text).show(invalid.problems());
      return;
    }
    text.clear();
    text.blur(); // the single keys work again
    picked.clear();
    sent.run();
  }

  private List<MentionPicker.Offer> offer(String typed) {
    return requests.mentionable(request, typed).stream()
        .map(person -> new MentionPicker.Offer(person.id().value(), person.name(), roles(person)))
        .toList();
  }

  private String roles(Person person) {
    return person.roles().stream()
        .sorted()
        .map(role -> getTranslation("role." + role.name()))
        .collect(Collectors.joining(", "));
  }
}
