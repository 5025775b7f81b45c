/** Rubrics: what a response is scored on, as data. */
@NullMarked
package dev.attune.model.rubric;

import org.jspecify.annotations.NullMarked;
