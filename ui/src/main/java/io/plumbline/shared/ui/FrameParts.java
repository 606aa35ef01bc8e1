package io.plumbline.shared.ui;

import java.util.List;
import org.springframework.stereotype.Component;

/** What features add to the frame around every page. */
@Component
class FrameParts {
  private final List<NavigationBadge> badges;
  private final List<NewEntry> newEntries;
  private final List<TopBarItem> topBar;
  private final List<PersonEntry> ownPages;

  FrameParts(
      List<NavigationBadge> badges,
      List<NewEntry> newEntries,
      List<TopBarItem> topBar,
      List<PersonEntry> ownPages) {
    this.badges = badges;
    this.newEntries = newEntries;
    this.topBar = topBar;
    this.ownPages = ownPages;
  }

  List<NavigationBadge> badges() {
    return badges;
  }

  List<NewEntry> newEntries() {
    return newEntries;
  }

  List<TopBarItem> topBar() {
    return topBar;
  }

  List<PersonEntry> ownPages() {
    return ownPages;
  }
}
