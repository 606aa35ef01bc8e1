package io.plumbline.messaging;

import io.plumbline.identity.UserId;

/**
 * Fills in what only the receiver of a message may read, such as a link that opens something or a
 * code to answer with. It is kept nowhere: asked for the current tenant each time the message is
 * handed to its provider or looked up there, and must answer the same each time. Anybody may have
 * written the body: fill in nothing that is not for this receiver. Declared as a bean.
 */
public interface LateText {
  /**
   * The text with what it has places for.
   *
   * @param body of a message by any channel, or what stands in a template's place
   */
  String fill(UserId to, String address, String body);
}
