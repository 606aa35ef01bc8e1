package io.plumbline.shared.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/** The page around every view: theme, light and dark, push over a web socket. */
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET)
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@Viewport(
    "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class PlumblineShell implements AppShellConfigurator {

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addFavIcon("icon", "icon.svg", "any");
    settings.addMetaTag("theme-color", "#f5f6f8");
  }
}
