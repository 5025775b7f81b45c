/** The formats that rows may have; each reader turns one row into a draft, and a new format is a new reader. */
@NullMarked
package dev.attune.generation.importing.format;

import org.jspecify.annotations.NullMarked;
