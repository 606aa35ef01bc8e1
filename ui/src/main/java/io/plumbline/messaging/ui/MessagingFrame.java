package io.plumbline.messaging.ui;

import io.plumbline.messaging.Notifications;
import io.plumbline.messaging.UndeliveredMessages;
import io.plumbline.shared.ui.LiveUpdates;
import io.plumbline.shared.ui.Moments;
import io.plumbline.shared.ui.NumberLinks;
import io.plumbline.shared.ui.PersonEntry;
import io.plumbline.shared.ui.TopBarItem;
import io.plumbline.shared.ui.TroubleSection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What messaging adds to the pages of others: bell, preferences, messages in trouble. */
@Configuration(proxyBeanMethods = false)
class MessagingFrame {
  @Bean
  TopBarItem notificationBell(
      Notifications notifications,
      NotificationLinks links,
      ObjectProvider<Moments> moments,
      LiveUpdates updates) {
    return () -> new NotificationBell(notifications, links, moments.getObject(), updates);
  }

  @Bean
  TroubleSection undeliveredSection(
      UndeliveredMessages messages,
      NumberLinks numbers,
      ObjectProvider<Moments> moments,
      LiveUpdates updates) {
    return () -> new UndeliveredSection(messages, numbers, moments.getObject(), updates);
  }

  @Bean
  PersonEntry preferencesOfNotices() {
    return new PersonEntry("notification.preferences.title", PreferencesView.PATH);
  }
}
