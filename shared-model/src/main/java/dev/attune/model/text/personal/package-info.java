/** Anonymises conversations: what patterns, lists and context tell to be personal is replaced. */
@NullMarked
package dev.attune.model.text.personal;

import org.jspecify.annotations.NullMarked;
