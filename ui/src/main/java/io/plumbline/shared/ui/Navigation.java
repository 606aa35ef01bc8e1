package io.plumbline.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The entries a person may open, once as the side navigation of a desk and once as the bottom bar
 * of a phone, with the same counts.
 */
class Navigation {
  private static final int BOTTOM_BAR_ENTRIES = 2;
  private final SideNav side = new SideNav();
  private final Nav bottom = new Nav();
  private final Map<String, List<Span>> counts = new HashMap<>();
  private final Map<String, Anchor> links = new HashMap<>();
  private final List<NavigationBadge> badges;
  private final String start;

  Navigation(List<NavigationBadge> badges) {
    this.badges = badges;
    bottom.addClassName("bottom-bar");
    var entries = MenuConfiguration.getMenuEntries();
    start =
        entries.stream()
            .filter(Navigation::isStart)
            .map(Navigation::path)
            .findFirst()
            .orElseThrow();
    entries.forEach(this::addToSide);
    entries.stream().limit(BOTTOM_BAR_ENTRIES).forEach(this::addToBottom);
  }

  SideNav side() {
    return side;
  }

  Nav bottom() {
    return bottom;
  }

  void refreshCounts() {
    for (var badge : badges) {
      var waiting = badge.count();
      for (var count : counts.getOrDefault(badge.route(), List.of())) {
        count.setText(waiting);
        count.setVisible(!waiting.isEmpty());
      }
    }
  }

  private void addToSide(MenuEntry entry) {
    var item = new SideNavItem(title(entry), path(entry), icon(entry));
    if (isStart(entry)) {
      item.setPathAliases(Set.of("")); // nested, this one would match every page
    } else {
      item.setMatchNested(true);
    }
    item.setSuffixComponent(count(entry));
    side.addItem(item);
  }

  private void addToBottom(MenuEntry entry) {
    var link = new Anchor(path(entry));
    link.add(icon(entry), new Span(title(entry)), count(entry));
    links.put(path(entry), link);
    bottom.add(link);
  }

  /** Tells assistive technology and the style sheet which entry of the bottom bar is open. */
  void opened(String path) {
    links.forEach(
        (route, link) -> {
          var atStart = path.isEmpty() && route.equals(start);
          if (atStart || path.equals(route) || path.startsWith(route + "/")) {
            link.getElement().setAttribute("aria-current", "page");
          } else {
            link.getElement().removeAttribute("aria-current");
          }
        });
  }

  /** The one thing people start on a phone. */
  void addNew(NewEntry entry) {
    var link = new Anchor(entry.route());
    link.add(VaadinIcon.PLUS_CIRCLE_O.create(), new Span(bottom.getTranslation("navigation.new")));
    bottom.add(link);
  }

  /** Opens the side navigation over the page. */
  void addMore(Runnable open) {
    var more = new NativeButton("", clicked -> open.run());
    more.add(VaadinIcon.MENU.create(), new Span(bottom.getTranslation("navigation.more")));
    bottom.add(more);
  }

  private Span count(MenuEntry entry) {
    var count = new Span();
    count.addClassName("count");
    count.setVisible(false);
    counts.computeIfAbsent(path(entry), route -> new ArrayList<>()).add(count);
    return count;
  }

  private String title(MenuEntry entry) {
    return side.getTranslation(entry.title());
  }

  /** Whether it is what people see after signing in, at the bare address. */
  private static boolean isStart(MenuEntry entry) {
    var alias = entry.menuClass().getAnnotation(RouteAlias.class);
    return alias != null && alias.value().isEmpty();
  }

  private static String path(MenuEntry entry) {
    return entry.path().replaceFirst("^/", "");
  }

  private static Icon icon(MenuEntry entry) {
    return new Icon(Objects.requireNonNull(entry.icon(), entry.path()));
  }
}
