/** The models that score: what they learn from, what they answer, and how good they are. */
@NullMarked
package dev.attune.scoring.model;

import org.jspecify.annotations.NullMarked;
