package dev.attune.scoring.evaluate;

import java.util.List;

/** A way to learn one kind of labels, and to measure what was told. */
interface Method {

    /** Learns from rows. */
    Learnt learn(List<LabelledRow> rows);

    /**
     * Measures what was told of rows.
     *
     * @param told for each row what {@link Learnt#tell} gave
     */
    Quality measure(List<LabelledRow> rows, List<double[]> told);

    /** What came of learning. One thread at a time. */
    interface Learnt {

        /** Tells of a row whose label is not looked at: numbers whose meaning is the method's. */
        double[] tell(LabelledRow row);
    }
}
