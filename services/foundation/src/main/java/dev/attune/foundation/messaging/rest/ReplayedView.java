package dev.attune.foundation.messaging.rest;

import java.util.UUID;

/**
 * A dead letter that is on its way again.
 *
 * @param id the letter that was; the message carries it as its {@code ce_id}
 */
public record ReplayedView(UUID id) {}
