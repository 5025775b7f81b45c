/** Names of people and places, by lists and by what stands around them. */
@NullMarked
package dev.attune.model.text.personal.name;

import org.jspecify.annotations.NullMarked;
