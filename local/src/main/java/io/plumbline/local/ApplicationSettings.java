package io.plumbline.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * @param home what the process needs for itself
 * @param jar the executable jar; a copy of it runs, so that a build may replace it
 * @param environment what tells the application where everything is
 */
public record ApplicationSettings(
    Path home,
    Path log,
    Path jar,
    int port,
    String heap,
    Map<String, String> environment,
    Lifetime lifetime) {}
