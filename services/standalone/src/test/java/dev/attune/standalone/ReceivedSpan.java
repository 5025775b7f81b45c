package dev.attune.standalone;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A span as a service sent it.
 *
 * @param service the name of the service
 * @param trace its trace, in hexadecimal digits
 * @param id its identifier
 * @param parent the identifier of the span above; empty where it is the first
 * @param name what was done
 * @param attributes those that are texts
 */
record ReceivedSpan(
        String service, String trace, String id, String parent, String name, Map<String, String> attributes) {

    private static final int BYTES = 2;

    /** The spans of an {@code ExportTraceServiceRequest}. */
    static List<ReceivedSpan> of(byte[] request) {
        List<ReceivedSpan> spans = new ArrayList<>();
        fields(ByteBuffer.wrap(request), (number, resourceSpans) -> {
            Map<String, String> resource = new HashMap<>();
            fields(resourceSpans.duplicate(), (field, value) -> {
                if (field == 1) {
                    fields(value, (attribute, entry) -> attribute(entry, resource));
                }
            });
            String service = resource.getOrDefault("service.name", "");
            fields(resourceSpans, (field, scopeSpans) -> {
                if (field == 2) {
                    fields(scopeSpans, (inner, span) -> {
                        if (inner == 2) {
                            spans.add(span(service, span));
                        }
                    });
                }
            });
        });
        return spans;
    }

    private static ReceivedSpan span(String service, ByteBuffer bytes) {
        Map<Integer, String> ids = new HashMap<>();
        String[] name = {""};
        Map<String, String> attributes = new HashMap<>();
        fields(bytes, (number, value) -> {
            switch (number) {
                case 1, 2, 4 -> ids.put(number, HexFormat.of().formatHex(copy(value)));
                case 5 -> name[0] = text(value);
                case 9 -> attribute(value, attributes);
                default -> {}
            }
        });
        return new ReceivedSpan(
                service,
                ids.getOrDefault(1, ""),
                ids.getOrDefault(2, ""),
                ids.getOrDefault(4, ""),
                name[0],
                attributes);
    }

    private static void attribute(ByteBuffer entry, Map<String, String> into) {
        String[] key = {""};
        fields(entry, (number, value) -> {
            if (number == 1) {
                key[0] = text(value);
            } else if (number == 2) {
                fields(value, (kind, content) -> {
                    if (kind == 1) {
                        into.put(key[0], text(content));
                    }
                });
            }
        });
    }

    /** Walks the fields of a protobuf message and hands out those of a length of their own. */
    private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> take) {
        message.order(ByteOrder.LITTLE_ENDIAN);
        while (message.hasRemaining()) {
            int tag = (int) varint(message);
            switch (tag & 7) {
                case 0 -> varint(message);
                case 1 -> message.position(message.position() + Long.BYTES);
                case BYTES -> {
                    int length = (int) varint(message);
                    take.accept(tag >>> 3, message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                case 5 -> message.position(message.position() + Integer.BYTES);
                default -> throw new IllegalArgumentException("no protobuf");
            }
        }
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no protobuf");
    }

    private static byte[] copy(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer value) {
        return new String(copy(value), StandardCharsets.UTF_8);
    }
}
