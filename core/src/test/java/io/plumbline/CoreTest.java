package io.plumbline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of core on the real database with the production roles; all of them share one context.
 * Take a fresh tenant from {@link TestTenants} per test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = CoreTestApplication.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {"spring.main.banner-mode=off", "spring.flyway.enabled=false"})
@TestConstructor(autowireMode = AutowireMode.ALL)
@ExtendWith(CoreTest.ClockReset.class)
public @interface CoreTest {
  /** Every test starts at the real time. */
  class ClockReset implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
      SpringExtension.getApplicationContext(context).getBean(TestClock.class).reset();
    }
  }
}
