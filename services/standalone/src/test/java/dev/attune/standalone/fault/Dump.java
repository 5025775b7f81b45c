package dev.attune.standalone.fault;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every row of every table of every service as text, sorted; long rows by their beginning and a hash of the whole.
 *
 * @param tables the rows of each table
 */
record Dump(Map<String, List<String>> tables) {

    private static final int SHOWN = 5;
    private static final String TABLES = """
            select schemaname || '.' || tablename from pg_tables
            where schemaname in ('generation', 'scoring', 'ranking', 'preference') order by 1""";

    static Dump of(Site site) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : site.rows(TABLES)) {
            tables.put(
                    table,
                    site.rows("select left(r, 1000) || ' #' || md5(r) from (select t::text as r from " + table
                            + " t) rows order by 1"));
        }
        return new Dump(tables);
    }

    long rows() {
        return tables.values().stream().mapToLong(List::size).sum();
    }

    /** Rows that only one of the two has, a few of each table; empty where they are the same. */
    List<String> differences(Dump other) {
        List<String> found = new ArrayList<>();
        Set<String> names = new HashSet<>(tables.keySet());
        names.addAll(other.tables.keySet());
        for (String table : names) {
            List<String> mine = tables.getOrDefault(table, List.of());
            List<String> theirs = other.tables.getOrDefault(table, List.of());
            if (!mine.equals(theirs)) {
                found.add(table + " had " + mine.size() + " rows and has " + theirs.size());
                only(mine, theirs).forEach(row -> found.add("  before: " + row));
                only(theirs, mine).forEach(row -> found.add("  after:  " + row));
            }
        }
        return found;
    }

    private static List<String> only(List<String> these, List<String> those) {
        Set<String> known = new HashSet<>(those);
        return these.stream().filter(row -> !known.contains(row)).limit(SHOWN).toList();
    }
}
