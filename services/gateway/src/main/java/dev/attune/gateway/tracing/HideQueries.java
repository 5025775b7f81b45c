package dev.attune.gateway.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;

/** Takes the values of query parameters out of the spans of requests, since a caller may have put any words there. */
@Singleton
class HideQueries implements SpanProcessor {

    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final AttributeKey<String> FULL = AttributeKey.stringKey("url.full");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        String query = span.getAttribute(QUERY);
        if (query != null) {
            span.setAttribute(QUERY, withoutValues(query));
        }
        String full = span.getAttribute(FULL);
        int mark = full == null ? -1 : full.indexOf('?');
        if (full != null && mark >= 0) {
            span.setAttribute(FULL, full.substring(0, mark + 1) + withoutValues(full.substring(mark + 1)));
        }
    }

    /** {@code dataset=a&source=b} becomes {@code dataset=&source=}. */
    static String withoutValues(String query) {
        return query.replaceAll("(^|&)([^=&]*)(=?)[^&]*", "$1$2$3");
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
