package dev.attune.generation.dataset.persistence;

import dev.attune.generation.dataset.Dataset;
import dev.attune.generation.dataset.DatasetStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Datasets through Hibernate Reactive. */
@ApplicationScoped
class PanacheDatasetStore implements DatasetStore {

    private final DatasetRepository repository;

    PanacheDatasetStore(DatasetRepository repository) {
        this.repository = repository;
    }

    @Override
    @WithSession
    public Uni<Optional<Dataset>> find(String name) {
        return repository.findById(name).map(found -> Optional.ofNullable(found).map(DatasetEntity::toDomain));
    }

    @Override
    @WithSession
    public Uni<List<Dataset>> list(@Nullable Set<String> names, @Nullable String after, int limit) {
        String start = after == null ? "" : after;
        if (names != null && names.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var query = names == null
                ? repository.find("name > ?1 order by name", start)
                : repository.find("name > ?1 and name in ?2 order by name", start, List.copyOf(names));
        return query.range(0, limit - 1)
                .list()
                .map(found -> found.stream().map(DatasetEntity::toDomain).toList());
    }

    /** A failed statement spoils the session, so the refusal is turned into an answer outside of the transaction. */
    @Override
    public Uni<Boolean> add(Dataset dataset) {
        return Panache.withTransaction(() -> repository.persistAndFlush(DatasetEntity.of(dataset)))
                .replaceWith(true)
                .onFailure(PanacheDatasetStore::isTaken)
                .recoverWithItem(false);
    }

    private static boolean isTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }
}
