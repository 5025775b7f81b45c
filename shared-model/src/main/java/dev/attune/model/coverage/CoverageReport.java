package dev.attune.model.coverage;

import java.util.List;
import java.util.Optional;

/**
 * Targets, and how far they are met.
 *
 * @param vertical the vertical whose targets they are, {@code name@hash}
 * @param conversations how many were looked at
 * @param turns how many turns they have
 * @param unlabelled turns that bear no emotion, which no target can count
 * @param targets each target
 */
public record CoverageReport(String vertical, int conversations, int turns, int unlabelled, List<Target> targets) {

    public CoverageReport {
        targets = List.copyOf(targets);
    }

    /** Whether every target is met. */
    public boolean met() {
        return targets.stream().allMatch(Target::met);
    }

    /** The target of a code. */
    public Optional<Target> target(String code) {
        return targets.stream().filter(target -> target.code().equals(code)).findFirst();
    }

    /**
     * One target.
     *
     * @param code its stable name
     * @param title what is wanted
     * @param cells what is counted, each by itself
     */
    public record Target(String code, String title, List<Cell> cells) {

        public Target {
            cells = List.copyOf(cells);
        }

        /** How many cells are met. */
        public int have() {
            return cells.size() - missing().size();
        }

        /** How many cells there are. */
        public int want() {
            return cells.size();
        }

        /** Whether every cell is met. */
        public boolean met() {
            return missing().isEmpty();
        }

        /** The cells that have too few, or too many. */
        public List<Cell> missing() {
            return cells.stream().filter(cell -> !cell.met()).toList();
        }
    }

    /**
     * One cell of a target.
     *
     * @param name what is counted
     * @param have how many there are
     * @param atLeast how many there must be
     * @param atMost how many there may be
     */
    public record Cell(String name, int have, int atLeast, int atMost) {

        static Cell atLeast(String name, int have, int atLeast) {
            return new Cell(name, have, atLeast, Integer.MAX_VALUE);
        }

        /** Whether there are enough and not too many. */
        public boolean met() {
            return have >= atLeast && have <= atMost;
        }

        /** What is wanted, for people: {@code 50}, {@code 4-6}. */
        public String wanted() {
            if (atMost == Integer.MAX_VALUE) {
                return String.valueOf(atLeast);
            }
            return atLeast == atMost ? String.valueOf(atLeast) : atLeast + "-" + atMost;
        }
    }
}
