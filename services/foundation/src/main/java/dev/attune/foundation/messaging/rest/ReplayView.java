package dev.attune.foundation.messaging.rest;

/**
 * What one sending of many letters did.
 *
 * @param replayed letters that are on their way again
 * @param remaining letters that were not taken in this call
 */
public record ReplayView(long replayed, long remaining) {}
