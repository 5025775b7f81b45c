/** How far a dataset covers what its vertical asks for. */
@NullMarked
package dev.attune.generation.coverage;

import org.jspecify.annotations.NullMarked;
