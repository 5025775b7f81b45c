/** One OpenAPI document out of those of the services. */
@NullMarked
package dev.attune.gateway.openapi;

import org.jspecify.annotations.NullMarked;
