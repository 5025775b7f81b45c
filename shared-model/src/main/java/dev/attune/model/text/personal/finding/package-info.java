/** Personal data that was found in a text. */
@NullMarked
package dev.attune.model.text.personal.finding;

import org.jspecify.annotations.NullMarked;
