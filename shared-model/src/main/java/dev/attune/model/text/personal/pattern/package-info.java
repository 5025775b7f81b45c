/** Personal data with a form of its own: numbers with check digits, addresses, dates in context. */
@NullMarked
package dev.attune.model.text.personal.pattern;

import org.jspecify.annotations.NullMarked;
