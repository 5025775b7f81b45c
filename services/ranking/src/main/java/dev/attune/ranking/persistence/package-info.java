/** What the stores share: whole columns as parameters, rows as lists. */
@NullMarked
package dev.attune.ranking.persistence;

import org.jspecify.annotations.NullMarked;
