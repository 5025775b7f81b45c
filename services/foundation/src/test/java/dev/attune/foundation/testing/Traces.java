package dev.attune.foundation.testing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks for a text in every column of every table of the service. */
public final class Traces {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Traces() {}

    /** The tables, by name, in a row of which the text stands, as text or as bytes. */
    public static List<String> of(Pool pool, String text) {
        List<String> found = new ArrayList<>();
        for (String table : tables(pool)) {
            for (Row row : pool.preparedQuery("""
                            select count(*) from %s as r
                            where position($1 in r::text) > 0
                               or position(encode(convert_to($1, 'UTF8'), 'hex') in r::text) > 0""".formatted(table))
                    .execute(Tuple.of(text))
                    .await()
                    .atMost(PATIENCE)) {
                if (row.getLong(0) > 0) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static List<String> tables(Pool pool) {
        List<String> tables = new ArrayList<>();
        pool.query("""
                        select quote_ident(tablename) from pg_tables
                        where schemaname = current_schema() order by tablename""").execute().await().atMost(PATIENCE).forEach(row -> tables.add(row.getString(0)));
        return tables;
    }
}
