package dev.attune.generation.dataset.persistence;

import dev.attune.generation.dataset.Dataset;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table of datasets. */
@Entity
@Table(name = "dataset")
class DatasetEntity {

    @Id
    String name;

    String vertical;
    String licence;

    @Nullable
    String description;

    boolean anonymise;

    @Column(name = "created_at")
    Instant createdAt;

    /** For Hibernate, which fills the fields afterwards. */
    @SuppressWarnings("NullAway.Init")
    DatasetEntity() {}

    private DatasetEntity(Dataset dataset) {
        name = dataset.name();
        vertical = dataset.vertical();
        licence = dataset.licence();
        description = dataset.description();
        anonymise = dataset.anonymise();
        createdAt = dataset.createdAt();
    }

    static DatasetEntity of(Dataset dataset) {
        return new DatasetEntity(dataset);
    }

    Dataset toDomain() {
        return new Dataset(name, vertical, licence, description, anonymise, createdAt);
    }
}
