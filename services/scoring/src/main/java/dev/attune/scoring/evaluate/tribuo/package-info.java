/** Linear learning by Tribuo's liblinear, and the process that evaluates with it. */
@NullMarked
package dev.attune.scoring.evaluate.tribuo;

import org.jspecify.annotations.NullMarked;
