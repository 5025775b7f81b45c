/** Erases conversations and datasets, and tells everybody else to: rows, then one message a conversation, in one transaction. */
@NullMarked
package dev.attune.generation.erasure;

import org.jspecify.annotations.NullMarked;
