/** Datasets: the unit of ownership and access that every conversation belongs to. */
@NullMarked
package dev.attune.generation.dataset;

import org.jspecify.annotations.NullMarked;
