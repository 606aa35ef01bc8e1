package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.plumbline.procurement.PurchaseRequestDetails.Comment;
import io.plumbline.procurement.PurchaseRequestDetails.Mention;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.PersonName;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people said about a request, oldest first. Everything is text, whatever was typed. */
class CommentList extends Composite<OrderedList> {

  CommentList(List<Comment> comments, Moments moments) {
    getContent().addClassName("comments");
    for (var comment : comments) {
      var when = moments.pastText(comment.at());
      when.addClassName("muted");
      var head = new Div(new PersonName(comment.authorName()), when);
      head.addClassName("comment-head");
      getContent().add(new ListItem(head, said(comment)));
    }
  }

  private static Paragraph said(Comment comment) {
    if (comment.mentions().isEmpty()) {
      return new Paragraph(comment.body());
    }
    var said = new Paragraph();
    var from = 0;
    var names = names(comment.mentions()).matcher(comment.body());
    while (names.find()) {
      said.add(comment.body().substring(from, names.start()));
      var mention = new Span(names.group());
      mention.addClassName("mention");
      said.add(mention);
      from = names.end();
    }
    said.add(comment.body().substring(from));
    return said;
  }

  /** "@Name" as a whole or by the first name alone, the longest first. */
  private static Pattern names(List<Mention> mentions) {
    var alternatives =
        mentions.stream()
            .flatMap(each -> List.of(each.name(), each.name().split("\\s+", 2)[0]).stream())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "@(?:" + alternatives + ")(?![\\p{L}\\p{N}_])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
