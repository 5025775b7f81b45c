package dev.attune.generation.importing.rest;

import dev.attune.generation.importing.ImportCounts;

/** The counts of an import; rows is the sum of accepted, unchanged and refused. */
public record CountsView(long rows, long accepted, long unchanged, long refused, long turns, long responses) {

    static CountsView from(ImportCounts counts) {
        return new CountsView(
                counts.rows(),
                counts.accepted(),
                counts.unchanged(),
                counts.refused(),
                counts.turns(),
                counts.responses());
    }
}
