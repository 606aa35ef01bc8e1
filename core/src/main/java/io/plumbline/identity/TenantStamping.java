package io.plumbline.identity;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts the tenant's stamp between the application and every data source bean. */
@Component
class TenantStamping implements BeanPostProcessor {
  private final ObjectProvider<Callers> callers;

  TenantStamping(ObjectProvider<Callers> callers) {
    this.callers = callers;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    return bean instanceof DataSource source && !(bean instanceof TenantDataSource)
        ? new TenantDataSource(
            source, () -> callers.getObject().find().map(caller -> caller.tenant()))
        : bean;
  }
}
