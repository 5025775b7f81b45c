/** Validators: what is wrong with a turn, its replies or what is stated of it, each breach with the words that show it. */
@NullMarked
package dev.attune.scoring.finding;

import org.jspecify.annotations.NullMarked;
