/**
 * Records as the one description of a file format: a strict reader that names every breach by its JSON Pointer, and the
 * JSON Schema, both made from the record's components and their constraints.
 */
@NullMarked
package dev.attune.model.strict;

import org.jspecify.annotations.NullMarked;
