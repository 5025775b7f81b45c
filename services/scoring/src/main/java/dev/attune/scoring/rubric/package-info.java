/** What responses are scored on: the rubric that comes with the vertical, and those that an operator adds. */
@NullMarked
package dev.attune.scoring.rubric;

import org.jspecify.annotations.NullMarked;
