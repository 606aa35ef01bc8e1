package io.plumbline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.plumbline.identity.Callers;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;

/** Side navigation, top bar and, on a phone, the bottom bar around every view. */
@Layout
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {
  private final H1 title = new H1();
  private final Main view = new Main();
  private final Navigation navigation;

  public MainLayout(
      FrameParts parts,
      NumberLinks numbers,
      Callers callers,
      LiveUpdates updates,
      AuthenticationContext authentication) {
    var caller = callers.current();
    setPrimarySection(Section.DRAWER);
    var newEntries = parts.newEntries();
    navigation = new Navigation(parts.badges());
    addToDrawer(new Brand(), new Scroller(navigation.side()));
    var search = new SearchField(numbers);
    addToNavbar(title, search);
    newEntries.stream()
        .filter(entry -> caller.is(entry.role()))
        .map(this::newButton)
        .forEach(this::addToNavbar);
    parts.topBar().forEach(item -> addToNavbar(item.create()));
    addToNavbar(new PersonMenu(caller, parts.ownPages(), authentication::logout));
    view.addClassName("view");
    newEntries.stream()
        .filter(entry -> caller.is(entry.role()))
        .findFirst()
        .ifPresent(navigation::addNew);
    navigation.addMore(() -> setDrawerOpened(!isDrawerOpened()));
    var frame = new Div(view, navigation.bottom());
    frame.addClassName("frame");
    setContent(frame);
    var keys = new KeyboardShortcuts().focusing("/", SearchField.SELECTOR).on("?", Shortcuts::show);
    keys.on("g i", () -> go("inbox"))
        .on("g r", () -> go("requests"))
        .on("g d", () -> go("dashboard"));
    frame.add(keys);
    updates.follow(this, change -> true, navigation::refreshCounts, LiveUpdates.CALMLY);
    parts.badges().stream()
        .map(NavigationBadge::topic)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(topic -> updates.follow(this, topic, navigation::refreshCounts));
  }

  private static void go(String path) {
    UI.getCurrent().navigate(path);
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    view.getElement().appendChild(content.getElement());
  }

  @Override
  public void removeRouterLayoutContent(HasElement oldContent) {
    if (oldContent != null) {
      oldContent.getElement().removeFromParent();
    }
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    super.onAttach(attached);
    Appearance.restore(attached.getUI());
    navigation.refreshCounts();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    view.getChildren()
        .findFirst()
        .flatMap(MenuConfiguration::getPageHeader)
        .ifPresent(title::setText);
    navigation.opened(event.getLocation().getPath());
  }

  private Button newButton(NewEntry entry) {
    var button =
        new Button(
            getTranslation(entry.textKey()),
            VaadinIcon.PLUS.create(),
            clicked -> UI.getCurrent().navigate(entry.route()));
    button.addClassName("new-button");
    return button;
  }
}
