/** Imports and their refusals in the database. */
@NullMarked
package dev.attune.generation.importing.persistence;

import org.jspecify.annotations.NullMarked;
