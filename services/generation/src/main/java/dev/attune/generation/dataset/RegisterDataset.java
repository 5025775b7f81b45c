package dev.attune.generation.dataset;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a dataset, once. */
@ApplicationScoped
public class RegisterDataset {

    private final DatasetStore datasets;

    RegisterDataset(DatasetStore datasets) {
        this.datasets = datasets;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It is new. */
        record Created(Dataset dataset) implements Outcome {}

        /** It was there already, with the same content. */
        record Unchanged(Dataset dataset) implements Outcome {}

        /** Another one has the name. */
        record NameTaken() implements Outcome {}
    }

    /** Adds the dataset unless its name is taken. */
    public Uni<Outcome> register(Dataset dataset) {
        return datasets.find(dataset.name())
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(compare(dataset, found.get()))
                        : datasets.add(dataset).chain(added -> afterAdding(dataset, added)));
    }

    /** Somebody else may have taken the name in between. */
    private Uni<Outcome> afterAdding(Dataset dataset, boolean added) {
        return added
                ? Uni.createFrom().item(new Outcome.Created(dataset))
                : datasets.find(dataset.name()).map(found -> compare(dataset, found.orElseThrow()));
    }

    private static Outcome compare(Dataset dataset, Dataset existing) {
        return dataset.sameContent(existing) ? new Outcome.Unchanged(existing) : new Outcome.NameTaken();
    }
}
