/** Preference pairs as they are known now, and why each may or may not be learnt from. */
@NullMarked
package dev.attune.preference.pair;

import org.jspecify.annotations.NullMarked;
