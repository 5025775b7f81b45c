/** The models in the database. */
@NullMarked
package dev.attune.scoring.registry.persistence;

import org.jspecify.annotations.NullMarked;
