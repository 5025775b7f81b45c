/** What raters preferred, kept to learn from. */
@NullMarked
package dev.attune.scoring.judgment;

import org.jspecify.annotations.NullMarked;
