package dev.attune.generation.importing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.generation.importing.Refusal;
import org.jspecify.annotations.Nullable;

/** A row that was not taken. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefusalView(
        long line, String reason, @Nullable String field, String detail) {

    static RefusalView from(Refusal refusal) {
        return new RefusalView(refusal.line(), refusal.reason(), refusal.field(), refusal.detail());
    }
}
