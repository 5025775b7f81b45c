/** What the whole platform shares: identifiers and the JSON mapping. */
@NullMarked
package dev.attune.model;

import org.jspecify.annotations.NullMarked;
