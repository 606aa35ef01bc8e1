package io.plumbline.preview;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;

import io.plumbline.document.Attachments;
import io.plumbline.document.FileLimits;
import io.plumbline.document.Previews;
import io.plumbline.draft.Drafts;
import io.plumbline.identity.People;
import io.plumbline.identity.Person;
import io.plumbline.identity.Tenant;
import io.plumbline.identity.UserId;
import io.plumbline.inbox.BulkTasks;
import io.plumbline.inbox.Inbox;
import io.plumbline.inbox.ReadMarks;
import io.plumbline.inbox.SavedFilters;
import io.plumbline.messaging.ConversationReplies;
import io.plumbline.messaging.Conversations;
import io.plumbline.messaging.MessageTemplates;
import io.plumbline.messaging.NoticePreferences;
import io.plumbline.messaging.Notifications;
import io.plumbline.messaging.UndeliveredMessages;
import io.plumbline.operations.Operations;
import io.plumbline.operations.ProcessDiagrams;
import io.plumbline.procurement.PurchaseRequests;
import io.plumbline.procurement.Vendor;
import io.plumbline.procurement.Vendors;
import io.plumbline.project.ProjectRow;
import io.plumbline.project.Projects;
import io.plumbline.reporting.Reports;
import io.plumbline.shared.Ids;
import io.plumbline.shared.ReadModelChanges;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The services of core, answered by the firm in memory. */
@Configuration(proxyBeanMethods = false)
class CoreInMemory {

  @Bean
  Clock clock() {
    return FirmInMemory.CLOCK;
  }

  @Bean
  Inbox inbox(InboxInMemory memory) {
    return mock(Inbox.class, delegatesTo(memory));
  }

  @Bean
  BulkTasks bulk(InboxInMemory memory) {
    return mock(BulkTasks.class, delegatesTo(memory));
  }

  @Bean
  Drafts drafts(MarksInMemory memory) {
    return mock(Drafts.class, delegatesTo(memory.drafts()));
  }

  @Bean
  ReadMarks marks(MarksInMemory memory) {
    return mock(ReadMarks.class, delegatesTo(memory));
  }

  @Bean
  SavedFilters savedFilters(MarksInMemory memory) {
    return mock(SavedFilters.class, delegatesTo(memory));
  }

  @Bean
  PurchaseRequests requests(RequestsInMemory memory) {
    return mock(PurchaseRequests.class, delegatesTo(memory));
  }

  @Bean
  Operations operations(OperationsInMemory memory) {
    return mock(Operations.class, delegatesTo(memory));
  }

  @Bean
  ProcessDiagrams diagrams(OperationsInMemory memory) {
    return mock(ProcessDiagrams.class, delegatesTo(memory));
  }

  @Bean
  Conversations conversations(ConversationsInMemory memory) {
    return mock(Conversations.class, delegatesTo(memory));
  }

  @Bean
  ConversationReplies replies(ConversationsInMemory memory) {
    return mock(ConversationReplies.class, delegatesTo(memory));
  }

  @Bean
  MessageTemplates templates(ConversationsInMemory memory) {
    return mock(MessageTemplates.class, delegatesTo(memory.templates()));
  }

  @Bean
  Notifications notifications(NotificationsInMemory memory) {
    return mock(Notifications.class, delegatesTo(memory));
  }

  @Bean
  NoticePreferences noticePreferences(NotificationsInMemory memory) {
    return mock(NoticePreferences.class, delegatesTo(memory));
  }

  @Bean
  UndeliveredMessages undelivered(NotificationsInMemory memory) {
    return mock(UndeliveredMessages.class, delegatesTo(memory));
  }

  @Bean
  Projects projects() {
    return mock(Projects.class, delegatesTo(new ProjectsInMemory()));
  }

  @Bean
  Vendors vendors() {
    return mock(Vendors.class, delegatesTo(new VendorsInMemory()));
  }

  @Bean
  People people() {
    return mock(People.class, delegatesTo(new PeopleInMemory()));
  }

  @Bean
  Reports reports(ReportsInMemory memory) {
    return mock(Reports.class, delegatesTo(memory));
  }

  @Bean
  Ids ids() {
    return new Ids();
  }

  @Bean
  FileLimits limits() {
    return new FileLimits(DataSize.ofMegabytes(25), 20);
  }

  @Bean
  Attachments attachments(FilesInMemory memory) {
    return mock(Attachments.class, delegatesTo(memory));
  }

  @Bean
  Previews previews(FilesInMemory memory) {
    return mock(Previews.class, delegatesTo(memory));
  }

  @Bean
  ReadModelChanges changes(FirmInMemory firm) {
    return (tenant, listener) -> {
      firm.followers.add(listener);
      return () -> firm.followers.remove(listener);
    };
  }

  /** Projects everyone works on. */
  public static class ProjectsInMemory {
    public List<ProjectRow> mine() {
      return FirmInMemory.PROJECTS;
    }
  }

  /** Vendors we buy from. */
  public static class VendorsInMemory {
    public List<Vendor> active() {
      return FirmInMemory.VENDORS;
    }
  }

  /** The firm. */
  public static class PeopleInMemory {
    public List<Person> inGroup(String group) {
      return List.of();
    }

    public List<Person> all() {
      return Cast.people();
    }

    public Optional<Person> find(UserId id) {
      return Optional.empty();
    }

    public Tenant tenant() {
      return new Tenant(Cast.FIRM, "Plumbline Builders", ZoneId.of("Asia/Riyadh"), "SAR");
    }
  }
}
