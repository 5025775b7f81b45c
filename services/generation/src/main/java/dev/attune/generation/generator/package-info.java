/** Generators: who writes candidate responses to a turn that has none. */
@NullMarked
package dev.attune.generation.generator;

import org.jspecify.annotations.NullMarked;
