/** Erasing conversations: their rows go in one transaction, and no older message brings them back. */
@NullMarked
package dev.attune.foundation.erasure;

import org.jspecify.annotations.NullMarked;
