/** Makes the OpenAPI document of a service say what the service does. */
@NullMarked
package dev.attune.foundation.openapi;

import org.jspecify.annotations.NullMarked;
