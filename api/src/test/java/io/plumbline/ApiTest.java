package io.plumbline;

import io.plumbline.document.Attachments;
import io.plumbline.identity.Accounts;
import io.plumbline.inbox.BulkTasks;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.SavedFilters;
import io.plumbline.inbox.Substitutions;
import io.plumbline.inbox.TaskHandovers;
import io.plumbline.inbox.TaskResting;
import io.plumbline.operations.Operations;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.project.Projects;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A test of REST resources with their real security and errors; what core does is mocked. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = ApiTestApplication.class,
    properties = {
      "plumbline.tokens.secret=YSBzZWNyZXQgb2YgdGhlIHRlc3RzLCAzMiBieXRlcyBsb25n",
      "spring.main.banner-mode=off"
    })
@AutoConfigureMockMvc
@ActiveProfiles("local")
@MockitoBean(
    types = {
      PurchaseRequests.class,
      Attachments.class,
      Inbox.class,
      BulkTasks.class,
      SavedFilters.class,
      Substitutions.class,
      TaskHandovers.class,
      TaskResting.class,
      Operations.class,
      Projects.class,
      Accounts.class,
      JdbcClient.class
    })
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface ApiTest {}
