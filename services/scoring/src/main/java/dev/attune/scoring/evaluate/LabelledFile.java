package dev.attune.scoring.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.model.Json;
import dev.attune.scoring.evaluate.EvaluationJob.Columns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads labelled rows from TSV (tabs and nothing else separate), CSV (RFC 4180) or JSON Lines, plain or gzip. */
final class LabelledFile {

    private LabelledFile() {}

    /**
     * Reads a file whole.
     *
     * @throws EvaluationException where the file's kind is unknown, a column is missing or a row is malformed
     */
    static List<LabelledRow> read(Path file, Columns columns) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean gzip = name.endsWith(".gz");
        String kind = (gzip ? name.substring(0, name.length() - 3) : name).replaceAll(".*\\.", "");
        if (!Files.isReadable(file)) {
            throw new EvaluationException(file + " cannot be read");
        }
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = gzip ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<LabelledRow> rows = switch (kind) {
                case "tsv" -> separated(reader, tabs(), columns, file);
                case "csv" -> separated(reader, CSVFormat.RFC4180, columns, file);
                case "jsonl" -> jsonLines(reader, columns, file);
                default -> throw new EvaluationException(file + " is none of .tsv, .csv and .jsonl, plain or with .gz");
            };
            if (rows.isEmpty()) {
                throw new EvaluationException(file + " has no rows");
            }
            return rows;
        }
    }

    private static CSVFormat tabs() {
        return CSVFormat.Builder.create()
                .setDelimiter('\t')
                .setQuote(null)
                .setEscape(null)
                .setRecordSeparator('\n')
                .get();
    }

    private static List<LabelledRow> separated(Reader reader, CSVFormat format, Columns columns, Path file)
            throws IOException {
        boolean header = !isIndex(columns.text());
        CSVFormat named =
                header ? format.builder().setHeader().setSkipHeaderRecord(true).get() : format;
        List<LabelledRow> rows = new ArrayList<>();
        try (CSVParser parser = named.parse(reader)) {
            for (CSVRecord record : parser) {
                String where = file + " record " + record.getRecordNumber();
                rows.add(row(columns, where, column -> cell(record, column, header)));
            }
        }
        return rows;
    }

    private static @Nullable String cell(CSVRecord record, String column, boolean header) {
        if (header) {
            return record.isSet(column) ? record.get(column) : null;
        }
        int index = isIndex(column) ? Integer.parseInt(column) : Integer.MAX_VALUE;
        return index < record.size() ? record.get(index) : null;
    }

    private static List<LabelledRow> jsonLines(BufferedReader reader, Columns columns, Path file) throws IOException {
        List<LabelledRow> rows = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                String where = file + " line " + number;
                JsonNode tree = tree(line, where);
                rows.add(row(columns, where, column -> value(tree.path(column))));
            }
        }
        return rows;
    }

    private static JsonNode tree(String line, String where) {
        try {
            return Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new EvaluationException(where + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private static @Nullable String value(JsonNode node) {
        if (node.isArray()) {
            StringJoiner joined = new StringJoiner(",");
            node.forEach(each -> joined.add(each.asText()));
            return joined.toString();
        }
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    private static LabelledRow row(Columns columns, String where, Function<String, @Nullable String> cells) {
        return new LabelledRow(
                required(columns.text(), where, cells),
                optional(columns.context(), where, cells),
                optional(columns.right(), where, cells),
                required(columns.labels(), where, cells).strip(),
                columns.group() == null ? where : required(columns.group(), where, cells));
    }

    private static String optional(@Nullable String column, String where, Function<String, @Nullable String> cells) {
        return column == null ? "" : required(column, where, cells);
    }

    private static String required(String column, String where, Function<String, @Nullable String> cells) {
        String value = cells.apply(column);
        if (value == null) {
            throw new EvaluationException(where + " has no column '" + column + "'");
        }
        return value;
    }

    private static boolean isIndex(String column) {
        return column.matches("\\d{1,9}");
    }
}
