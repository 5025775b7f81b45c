/** The answers of raters, and the preferences that came with imported data. */
@NullMarked
package dev.attune.ranking.judgment;

import org.jspecify.annotations.NullMarked;
