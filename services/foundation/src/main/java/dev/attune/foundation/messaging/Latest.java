package dev.attune.foundation.messaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Keeps of each thing the greatest revision, since one statement may touch a row only once. */
public final class Latest {

    private Latest() {}

    /** Of the messages with equal keys the one of the greatest revision. */
    public static <T, K> List<T> of(Collection<T> messages, Function<T, K> key, ToLongFunction<T> revision) {
        Map<K, T> latest = new LinkedHashMap<>();
        for (T message : messages) {
            latest.merge(
                    key.apply(message),
                    message,
                    (old, now) -> revision.applyAsLong(now) >= revision.applyAsLong(old) ? now : old);
        }
        return List.copyOf(latest.values());
    }
}
