package io.plumbline.messaging;

/** An earlier message to the same address is on its way: this one has to wait its turn. */
public class AddressBusy extends ProviderAway {
  public AddressBusy() {
    super("An earlier message to this address may still be on its way", null);
  }
}
