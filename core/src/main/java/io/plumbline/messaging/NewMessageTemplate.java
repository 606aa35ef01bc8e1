package io.plumbline.messaging;

import java.util.List;

/**
 * What an administrator enters about a template; see {@link MessageTemplate} for the fields.
 *
 * @param language as the provider writes it, {@code en_US} or {@code en-US}
 */
public record NewMessageTemplate(
    String kind,
    String language,
    String contentSid,
    String body,
    List<String> variables,
    boolean active) {}
