package io.plumbline.messaging;

import io.plumbline.identity.UserId;

/**
 * Something to tell a person of the tenant.
 *
 * @param once a key that makes a repeated step harmless
 * @param subject one line; used by e-mail
 * @param body text
 */
public record Notice(String once, UserId to, String subject, String body) {}
