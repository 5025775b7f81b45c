package dev.attune.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.attune.model.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Where a verb speaks: results to standard output, progress to standard error. */
record Console(PrintWriter out, PrintWriter err) {

    static Console of(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** A line about what is being done. */
    void progress(String format, Object... arguments) {
        err.println(format.formatted(arguments));
        err.flush();
    }

    /** A line of the result. */
    void result(String format, Object... arguments) {
        out.println(format.formatted(arguments));
        out.flush();
    }

    /** A line of a result that goes on, as JSON. */
    void jsonLine(Object value) {
        try {
            result("%s", Json.mapper().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The result as JSON. */
    void json(Object value) {
        try {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
