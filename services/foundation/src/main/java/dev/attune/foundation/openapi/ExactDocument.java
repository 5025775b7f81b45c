package dev.attune.foundation.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes the document, at build time, by what the code does and annotations do not say: the problems that every
 * operation can answer with, which fields are always there and which can be null, and that a pattern is of the whole
 * text.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ExactDocument implements OASFilter {

    private final IndexView index;

    /** The filter over the classes of this index. */
    public ExactDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        new RecordSchemas(index).complete(document);
        Patterns.anchor(document);
        ProblemAnswers.add(document);
    }
}
