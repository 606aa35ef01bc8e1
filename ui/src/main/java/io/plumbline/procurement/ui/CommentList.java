package io.plumbline.procurement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.plumbline.procurement.PurchaseRequestDetails.Comment;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.PersonName;
import java.util.List;

/** What people said about a request, oldest first. */
class CommentList extends Composite<OrderedList> {

  CommentList(List<Comment> comments, Moments moments) {
    getContent().addClassName("comments");
    for (var comment : comments) {
      var when = moments.pastText(comment.at());
      when.addClassName("muted");
      var head = new Div(new PersonName(comment.authorName()), when);
      head.addClassName("comment-head");
      getContent().add(new ListItem(head, new Paragraph(comment.body())));
    }
  }
}
