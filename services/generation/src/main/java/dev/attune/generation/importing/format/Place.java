package dev.attune.generation.importing.format;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a stream.
 *
 * @param line its line; null for the line of the record
 * @param field its field; null for all of the record
 */
public record Place(@Nullable Long line, @Nullable String field) {}
