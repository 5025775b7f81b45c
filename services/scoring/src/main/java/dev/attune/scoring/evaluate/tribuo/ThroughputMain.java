package dev.attune.scoring.evaluate.tribuo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.model.Json;
import dev.attune.scoring.evaluate.EvaluationException;
import dev.attune.scoring.evaluate.EvaluationJob;
import dev.attune.scoring.evaluate.Throughput;
import dev.attune.scoring.learn.tribuo.LibLinearLearner;
import java.io.IOException;

/** Measures throughput in a process of its own: the job comes as JSON on the standard input, the result goes as JSON to the output. */
public final class ThroughputMain {

    private static final int REFUSED = 2;

    private ThroughputMain() {}

    /** Takes no arguments. Ends with 2 where the job is at fault, which a line on the error output names. */
    public static void main(String[] arguments) throws IOException {
        ObjectMapper json = Json.mapper();
        try {
            EvaluationJob job = json.readValue(System.in, EvaluationJob.class);
            System.out.println(json.writeValueAsString(Throughput.of(job, new LibLinearLearner())));
        } catch (EvaluationException e) {
            System.err.println(e.getMessage());
            System.exit(REFUSED);
        }
    }
}
