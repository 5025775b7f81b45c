/** Messages that are never lost and never counted twice: outbox with relay, batch consumers, dead letters. */
@NullMarked
package dev.attune.foundation.messaging;

import org.jspecify.annotations.NullMarked;
