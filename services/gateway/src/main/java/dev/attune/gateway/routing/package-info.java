/** One address for all services: a request goes to the service that owns its first path segment. */
@NullMarked
package dev.attune.gateway.routing;

import org.jspecify.annotations.NullMarked;
