package io.plumbline.messaging;

/** A kept message has pictures or files to fetch. */
public record InboundMediaAnnounced(String providerId) {}
