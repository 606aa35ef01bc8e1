package io.plumbline.messaging;

/** A new message was kept and wants handling. */
public record InboundMessageReceived(String providerId) {}
