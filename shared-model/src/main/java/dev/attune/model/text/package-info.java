/** Text algorithms that several services share. */
@NullMarked
package dev.attune.model.text;

import org.jspecify.annotations.NullMarked;
