package dev.attune.model.coverage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report on coverage as it is told: by the API and on the command line.
 *
 * @param vertical the vertical whose targets they are, {@code name@hash}
 * @param conversations how many were looked at
 * @param turns how many turns they have
 * @param unlabelled turns that bear no emotion, which no target can count
 * @param met whether every target is met
 * @param targets each target
 */
public record CoverageView(
        String vertical, int conversations, int turns, int unlabelled, boolean met, List<TargetView> targets) {

    /**
     * One target.
     *
     * @param code its stable name
     * @param title what is wanted
     * @param have how many of its cells are met
     * @param want how many cells it has
     * @param missing the cells that have too few, or too many
     */
    public record TargetView(String code, String title, int have, int want, List<CellView> missing) {}

    /**
     * One cell.
     *
     * @param cell what is counted
     * @param have how many there are
     * @param atLeast how many there must be
     * @param atMost how many there may be; null for any number
     */
    public record CellView(
            String cell, int have, int atLeast, @Nullable Integer atMost) {}

    /** The view of a report. */
    public static CoverageView from(CoverageReport report) {
        return new CoverageView(
                report.vertical(),
                report.conversations(),
                report.turns(),
                report.unlabelled(),
                report.met(),
                report.targets().stream()
                        .map(target -> new TargetView(
                                target.code(),
                                target.title(),
                                target.have(),
                                target.want(),
                                target.missing().stream()
                                        .map(CoverageView::cell)
                                        .toList()))
                        .toList());
    }

    private static CellView cell(CoverageReport.Cell cell) {
        return new CellView(
                cell.name(), cell.have(), cell.atLeast(), cell.atMost() == Integer.MAX_VALUE ? null : cell.atMost());
    }
}
