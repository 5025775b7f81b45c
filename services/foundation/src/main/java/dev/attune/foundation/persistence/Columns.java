package dev.attune.foundation.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.model.Json;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns items into the columns of an {@code unnest}: one array a column, one element an item, in the items' order. */
public final class Columns<T> {

    private final List<T> items;
    private final List<Object> columns = new ArrayList<>();

    private Columns(List<T> items) {
        this.items = items;
    }

    /** Columns of these items; each call below adds the next one. */
    public static <T> Columns<T> of(List<T> items) {
        return new Columns<>(items);
    }

    public Columns<T> uuids(Function<T, @Nullable UUID> value) {
        columns.add(items.stream().map(value).toArray(UUID[]::new));
        return this;
    }

    public Columns<T> texts(Function<T, @Nullable String> value) {
        columns.add(items.stream().map(value).toArray(String[]::new));
        return this;
    }

    public Columns<T> longs(Function<T, Long> value) {
        columns.add(items.stream().map(value).toArray(Long[]::new));
        return this;
    }

    public Columns<T> integers(Function<T, Integer> value) {
        columns.add(items.stream().map(value).toArray(Integer[]::new));
        return this;
    }

    public Columns<T> doubles(Function<T, Double> value) {
        columns.add(items.stream().map(value).toArray(Double[]::new));
        return this;
    }

    public Columns<T> booleans(Function<T, Boolean> value) {
        columns.add(items.stream().map(value).toArray(Boolean[]::new));
        return this;
    }

    /** Values as JSON texts, as messages and files have them; to be cast where the column is {@code jsonb}. */
    public Columns<T> jsons(Function<T, ?> value) {
        return texts(item -> json(value.apply(item)));
    }

    /**
     * Lists of identifiers, to be cast to {@code uuid[]}: an array within an array must be rectangular, so the inner ones
     * travel as PostgreSQL's text form.
     */
    public Columns<T> uuidLists(Function<T, List<UUID>> value) {
        return texts(item -> value.apply(item).stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
    }

    /** The columns as the parameters of a statement. */
    public Tuple tuple() {
        return Tuple.from(columns);
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
