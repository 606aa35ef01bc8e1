package io.plumbline.approval;

import io.plumbline.inbox.TaskRow;
import io.plumbline.shared.Money;
import java.util.List;
import java.util.Map;

/** What a feature lets people answer away from the web about tasks of one form key; a bean each. */
public interface AnswerableKind {
  String formKey();

  /** At most three, in the order they are offered; at most one for each word. */
  List<Choice> choices();

  /** What is asked now. When it differs from what a person was asked, their answer is void. */
  Question question(TaskRow task);

  /**
   * What has happened and what comes next, told to the person who decided, right after it.
   *
   * @param variables the task's local variables
   */
  String answer(TaskRow task, Map<String, Object> variables, Choice chosen);

  /**
   * A possible answer.
   *
   * @param word what people write for it
   * @param outcome one of the task kind's outcomes
   * @param label what a button says: "Approve"
   * @param purpose what it is for, after the word: "to approve"
   * @param reasoned whether a reason has to be given
   */
  record Choice(Word word, String outcome, String label, String purpose, boolean reasoned) {}

  /**
   * A question.
   *
   * @param subject one line: what and its number
   * @param text what somebody needs to know to decide
   * @param revision goes up when what is asked about has changed
   * @param amount what is decided about
   */
  record Question(String subject, String text, int revision, Money amount) {}
}
