/** The rubric over HTTP, for those who grade by it. */
@NullMarked
package dev.attune.scoring.rubric.rest;

import org.jspecify.annotations.NullMarked;
