/** Traces that go through messages: what a message causes belongs to the trace in which it was written. */
@NullMarked
package dev.attune.foundation.tracing;

import org.jspecify.annotations.NullMarked;
