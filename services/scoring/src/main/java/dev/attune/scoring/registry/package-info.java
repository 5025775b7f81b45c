/** The models that were ever trained here, and the one that scores now: trained at the first start, loaded at every other. */
@NullMarked
package dev.attune.scoring.registry;

import org.jspecify.annotations.NullMarked;
