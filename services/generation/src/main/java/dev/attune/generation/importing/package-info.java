/** Imports: a stream of rows becomes batches of conversations and refusals, written as they are read. */
@NullMarked
package dev.attune.generation.importing;

import org.jspecify.annotations.NullMarked;
