/** The models on Tribuo: linear, trained by stochastic gradient descent; its types stay in here. */
@NullMarked
package dev.attune.scoring.model.tribuo;

import org.jspecify.annotations.NullMarked;
