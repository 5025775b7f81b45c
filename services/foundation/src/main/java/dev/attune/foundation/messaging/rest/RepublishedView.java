package dev.attune.foundation.messaging.rest;

/**
 * What was republished.
 *
 * @param messages how many messages are in the outbox once more
 */
public record RepublishedView(long messages) {}
