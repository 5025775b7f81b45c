package dev.attune.ranking.persistence;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

    /** The columns as the parameters of a statement. */
    public Tuple tuple() {
        return Tuple.from(columns);
    }
}
