package io.plumbline.messaging;

import io.plumbline.identity.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hears what somebody writes who is known in several firms, before it is clear which one they mean.
 */
public interface FirstHearing {
  /**
   * Thinks about a text, outside any transaction; empty when it is for the firms to answer.
   *
   * @param people the sender in each of their firms
   */
  Optional<Heard> hear(List<Caller> people, String address, String text);

  /**
   * A text that no firm needs to be asked about.
   *
   * @param teller from whose firm the answer comes; the sender's choice of firm stays as it was
   * @param answer acts and says what to answer, in the transaction that marks the message
   */
  record Heard(Caller teller, Supplier<String> answer) {}
}
