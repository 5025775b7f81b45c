/** The process that trains the service's own model when the service is built. */
@NullMarked
package dev.attune.scoring.registry.tribuo;

import org.jspecify.annotations.NullMarked;
