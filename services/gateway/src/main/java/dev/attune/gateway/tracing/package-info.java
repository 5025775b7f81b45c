/** What the gateway tells of requests in their traces. */
@NullMarked
package dev.attune.gateway.tracing;

import org.jspecify.annotations.NullMarked;
