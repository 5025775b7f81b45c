package dev.attune.ranking.comparison.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Asks for work.
 *
 * @param dataset the dataset's name
 */
record NextComparisonRequest(
        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\x00]*", message = "must not contain the character NUL")
        String dataset) {}
