package io.plumbline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

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
public @interface CoreTest {}
