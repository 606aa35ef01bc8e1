package io.plumbline.procurement;

import io.plumbline.identity.Callers;
import io.plumbline.shared.SignalSender;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that people changed something about requests which the engine knows nothing of.
 */
@Component
class RequestSignals {
  private final SignalSender signals;
  private final Callers callers;

  RequestSignals(SignalSender signals, Callers callers) {
    this.signals = signals;
    this.callers = callers;
  }

  /** Heard after the commit, see {@link io.plumbline.shared.TenantSignals}. */
  void changed() {
    signals.send(PurchaseRequests.SIGNAL, callers.current().tenant().value());
  }
}
