/** Turns and their rankings combined into pairs: the policy that decides, and the use case that applies it. */
@NullMarked
package dev.attune.preference.combination;

import org.jspecify.annotations.NullMarked;
