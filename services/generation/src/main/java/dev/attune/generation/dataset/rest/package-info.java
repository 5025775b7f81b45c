/** Datasets over HTTP. */
@NullMarked
package dev.attune.generation.dataset.rest;

import org.jspecify.annotations.NullMarked;
