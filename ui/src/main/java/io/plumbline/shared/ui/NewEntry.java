package io.plumbline.shared.ui;

import io.plumbline.identity.Role;

/**
 * Something a person can start from the "New" button: its text key, its route and the role it
 * takes.
 */
public record NewEntry(String textKey, String route, Role role) {}
