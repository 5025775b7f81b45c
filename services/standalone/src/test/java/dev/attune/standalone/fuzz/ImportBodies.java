package dev.attune.standalone.fuzz;

import dev.attune.model.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.zip.GZIPOutputStream;

/** Streams to import: good rows of every format, and hostile ones. */
final class ImportBodies {

    private static final List<String> HOSTILE_ROWS = List.of(
            "",
            "null",
            "[]",
            "{}",
            "7",
            "\"text\"",
            "{",
            "{\"turns\":[]}",
            "{\"turns\":null}",
            "{\"turns\":7}",
            "{\"turns\":[null]}",
            "{\"turns\":[{\"client\":null}]}",
            "{\"turns\":[{\"client\":\"a\",\"responses\":[{\"text\":\"\\u0000\"}]}]}",
            "{\"turns\":[{\"client\":\"\\ud800\",\"responses\":[]}]}",
            "{\"id\":7,\"turns\":[{\"client\":\"a\"}]}",
            "{\"turns\":[{\"client\":\"a\",\"responses\":[{\"text\":\"b\"}],\"preferences\":[{\"chosen\":1e99,\"rejected\":-1}]}]}",
            "{\"turns\":[{\"client\":\"a\",\"client\":\"b\"}]}",
            "{\"messages\":[]}",
            "{\"messages\":{}}",
            "{\"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]}",
            "{\"messages\":[{\"role\":7,\"content\":[]}]}",
            "{\"messages\":[{\"content\":\"x\"}]}",
            "{\"prompt\":7,\"chosen\":[],\"rejected\":{}}",
            "{\"prompt\":\"a\",\"chosen\":\"b\",\"rejected\":\"b\"}",
            "{\"prompt\":\"\",\"chosen\":\"\",\"rejected\":\"\"}",
            "{\"chosen\":\"\\n\\nHuman: a\",\"rejected\":null}",
            "{\"chosen\":\"no marker\",\"rejected\":\"no marker\"}",
            "{\"chosen\":\"\\n\\nAssistant: first\",\"rejected\":\"\\n\\nAssistant: first\"}",
            "\u0000\u0000\u0000",
            "\ufeff{}",
            "[".repeat(3_000),
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
            "{\"turns\":" + "9".repeat(3_000) + "}",
            "=cmd|' /C calc'!A0,\"x\"",
            "\"never closed",
            "\"a\"b,\"c\"",
            ",,,,,,,,",
            "role,role,text,text",
            "conversation;role;text",
            "a,client," + "9".repeat(40_000),
            "Conversation: ",
            "---",
            "[99:99] Client: at no time",
            "03.01.26, 10:12 - <Media omitted>",
            "Client: " + "x".repeat(40_000),
            ": ",
            "<html><script>alert(1)</script>");

    private ImportBodies() {}

    /** Rows of a format that are taken. */
    static byte[] good(String format, int index, Random random) {
        StringBuilder rows = new StringBuilder(head(format));
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            rows.append(row(format, index + "." + i)).append('\n');
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String head(String format) {
        return format.equals("csv") ? "conversation,role,text\n" : "";
    }

    private static String row(String format, String unique) {
        String client = "The bill came, number " + unique;
        return switch (format) {
            case "openai-messages" ->
                json(
                        "{'messages':[{'role':'user','content':'%s'},{'role':'assistant','content':'I hear you.'}]}",
                        client);
            case "trl-preference" -> json("{'prompt':'%s','chosen':'I hear you.','rejected':'Pay it.'}", client);
            case "hh-rlhf" ->
                json(
                        "{'chosen':'\\n\\nHuman: %s\\n\\nAssistant: I hear you.','rejected':'\\n\\nHuman: %s\\n\\nAssistant: Pay.'}",
                        client, client);
            case "csv" -> "c%s,client,\"%s\"\nc%s,advisor,\"I hear you.\"".formatted(unique, client, unique);
            case "chat-log" -> "Client: \"%s\"\nAdvisor: \"I hear you.\"\n---".formatted(client);
            default ->
                json(
                        "{'id':'%s','turns':[{'client':'%s','responses':[{'text':'I hear you.'}]}]}",
                        "i" + unique, client);
        };
    }

    private static String json(String form, Object... values) {
        return form.formatted(values).replace('\'', '"');
    }

    /** A stream that is hostile as a whole, or whose rows are. */
    static byte[] hostile(String format, int index, Random random) {
        byte[] good = good(format, index, random);
        return switch (random.nextInt(9)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(good, good.length / 2);
            case 2 -> Arrays.copyOf(gzip(good), 12 + random.nextInt(8));
            case 3 -> new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8};
            case 4 -> gzip(new byte[200_000]);
            case 5 -> randomBytes(random);
            case 6 -> gzip(gzip(good));
            case 7 -> spoiltRow(format, index, random);
            default -> rows(format, random, good);
        };
    }

    private static byte[] rows(String format, Random random, byte[] good) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (random.nextBoolean()) {
            out.writeBytes(head(format).getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < 8; i++) {
            out.writeBytes(HOSTILE_ROWS.get(random.nextInt(HOSTILE_ROWS.size())).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
        out.writeBytes(good);
        return out.toByteArray();
    }

    private static byte[] spoiltRow(String format, int index, Random random) {
        String row = head(format) + row(format, String.valueOf(index));
        try {
            String text = HostileTexts.any(random);
            boolean json = !Set.of("csv", "chat-log").contains(format);
            String hostile = json ? Json.mapper().writeValueAsString(text) : "\"" + text + "\"";
            return row.replaceFirst("\"(The bill|I hear you|\\\\n)[^\"]*\"", Matcher.quoteReplacement(hostile))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[500];
        random.nextBytes(bytes);
        return bytes;
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
