package io.plumbline.messaging;

/** Something its person was told before goes first: this message has to wait its turn. */
public class AddressBusy extends ProviderAway {
  public AddressBusy() {
    super("Something the person was told before goes first, or may still be on its way", null);
  }
}
