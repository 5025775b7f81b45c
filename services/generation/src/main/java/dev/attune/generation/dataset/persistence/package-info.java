/** Datasets in the database, through Hibernate Reactive. */
@NullMarked
package dev.attune.generation.dataset.persistence;

import org.jspecify.annotations.NullMarked;
