package io.plumbline.shared.ui;

/** A page of one's own in the person menu: its text key and its route. */
public record PersonEntry(String textKey, String route) {}
