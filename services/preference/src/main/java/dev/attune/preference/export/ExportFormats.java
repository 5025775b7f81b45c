package dev.attune.preference.export;

import dev.attune.foundation.problem.ProblemException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;

/** The formats that are offered. */
@ApplicationScoped
public class ExportFormats {

    private final TreeMap<String, ExportFormat> formats = new TreeMap<>();

    ExportFormats(@All List<ExportFormat> offered) {
        offered.forEach(format -> formats.put(format.name(), format));
    }

    /**
     * The format of this name.
     *
     * @throws ProblemException 400, with the names of all formats, if there is none
     */
    public ExportFormat require(String name) {
        ExportFormat format = formats.get(name);
        if (format == null) {
            throw ProblemException.validation("format", "must be one of " + String.join(", ", formats.keySet()));
        }
        return format;
    }
}
