/** The process that evaluates, with models by Tribuo. */
@NullMarked
package dev.attune.scoring.evaluate.tribuo;

import org.jspecify.annotations.NullMarked;
