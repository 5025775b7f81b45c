/** How far a set of conversations covers what a vertical's corpus is to cover, target by target and cell by cell. */
@NullMarked
package dev.attune.model.coverage;

import org.jspecify.annotations.NullMarked;
