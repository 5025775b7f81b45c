/** What is erased, in PostgreSQL. */
@NullMarked
package dev.attune.generation.erasure.persistence;

import org.jspecify.annotations.NullMarked;
