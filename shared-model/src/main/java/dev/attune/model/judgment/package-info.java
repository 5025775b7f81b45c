/** The vocabulary of human judgment. */
@NullMarked
package dev.attune.model.judgment;

import org.jspecify.annotations.NullMarked;
