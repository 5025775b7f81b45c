package dev.attune.foundation.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the records on the wire what their types say: a component that is not {@code @Nullable} is always there; one
 * that is, is null in a request or an answer, or is absent where its record leaves nulls out. Requests have no other
 * fields.
 */
final class RecordSchemas {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName JSON_PROPERTY = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName JSON_VALUE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonValue");
    private static final DotName JSON_INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    RecordSchemas(IndexView index) {
        index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> type.name().toString().startsWith("dev.attune."))
                .forEach(type -> records.computeIfAbsent(simpleName(type), ignored -> new ArrayList<>())
                        .add(type));
    }

    void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Map<String, Schema> replaced = new HashMap<>();
        schemas.forEach((name, schema) -> record(name, schema).ifPresent(type -> {
            Optional<RecordComponentInfo> value = type.recordComponents().stream()
                    .filter(component -> type.field(component.name()).hasAnnotation(JSON_VALUE))
                    .findFirst();
            if (value.isPresent()) {
                replaced.put(name, schema.getProperties().get(value.get().name()));
            } else {
                complete(schema, type);
            }
        }));
        replaced.forEach(document.getComponents()::addSchema);
    }

    /** The record of a schema: of its name and its fields, for names alone are not unique. */
    private Optional<ClassInfo> record(String name, Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return Optional.empty();
        }
        return records.entrySet().stream()
                .filter(entry -> name.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .filter(type -> fields(type).equals(properties.keySet()))
                .max((x, y) -> simpleName(x).length() - simpleName(y).length());
    }

    private static void complete(Schema schema, ClassInfo type) {
        boolean request = isRequest(type);
        Set<String> required = schema.getRequired() == null ? new TreeSet<>() : new TreeSet<>(schema.getRequired());
        for (RecordComponentInfo component : type.recordComponents()) {
            String field = field(type, component);
            boolean nullable = component.type().hasAnnotation(NULLABLE);
            boolean leavesNullsOut = leavesNullsOut(type, component);
            if (!nullable || (!request && !leavesNullsOut)) {
                required.add(field);
            }
            if (nullable && (request || !leavesNullsOut)) {
                Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
                properties.computeIfPresent(field, (name, described) -> orNull(described));
                schema.setProperties(properties);
            }
        }
        schema.setRequired(List.copyOf(required));
        if (request) {
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        return schema.addType(SchemaType.NULL);
    }

    private static boolean isRequest(ClassInfo type) {
        return simpleName(type).endsWith("Request");
    }

    /** What a component says of itself goes before what its record says of all. */
    private static boolean leavesNullsOut(ClassInfo type, RecordComponentInfo component) {
        @Nullable AnnotationInstance own = type.field(component.name()).annotation(JSON_INCLUDE);
        @Nullable AnnotationInstance include = own == null ? type.declaredAnnotation(JSON_INCLUDE) : own;
        return include != null
                && include.value() != null
                && include.value().asEnum().startsWith("NON_");
    }

    private static Set<String> fields(ClassInfo type) {
        Set<String> names = new TreeSet<>();
        type.recordComponents().forEach(component -> names.add(field(type, component)));
        return names;
    }

    private static String field(ClassInfo type, RecordComponentInfo component) {
        @Nullable AnnotationInstance named = type.field(component.name()).annotation(JSON_PROPERTY);
        return named == null || named.value() == null
                ? component.name()
                : named.value().asString();
    }

    private static String simpleName(ClassInfo type) {
        String name = type.name().withoutPackagePrefix();
        return name.substring(name.lastIndexOf('$') + 1);
    }
}
