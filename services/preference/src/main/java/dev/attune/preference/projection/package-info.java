/** What the other services say of a turn, kept for this one: its texts, how far its scores are, its ranking. */
@NullMarked
package dev.attune.preference.projection;

import org.jspecify.annotations.NullMarked;
