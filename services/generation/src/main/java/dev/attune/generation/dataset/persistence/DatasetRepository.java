package dev.attune.generation.dataset.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The queries of Panache for datasets. */
@ApplicationScoped
class DatasetRepository implements PanacheRepositoryBase<DatasetEntity, String> {}
