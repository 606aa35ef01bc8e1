package io.plumbline.project;

/** A project in lists. */
public record ProjectRow(ProjectId id, String code, String name) {}
