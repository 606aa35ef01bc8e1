package io.plumbline.shared.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.plumbline.shared.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * What people see when something they clicked did not work: a refusal in its own words, a collision
 * with someone else's change, or a reference to the log.
 */
@Component
class Failures implements VaadinServiceInitListener {

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(opened -> opened.getSession().setErrorHandler(this::tell));
  }

  private void tell(ErrorEvent failure) {
    switch (failure.getThrowable()) {
      case Refusal refusal -> Toast.refused(refusal);
      case OptimisticLockingFailureException collision ->
          Toast.failed(I18NProvider.translate("error.collision"));
      case Throwable other ->
          Toast.failed(I18NProvider.translate("error.unexpected", ReferenceId.logged(other)));
    }
  }
}
