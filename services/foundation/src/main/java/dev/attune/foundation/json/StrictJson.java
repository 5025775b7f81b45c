package dev.attune.foundation.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Reads bodies as the OpenAPI document describes them. Jackson by itself takes {@code "3"} and {@code 3.7} for 3,
 * {@code 3} for {@code "3"} and {@code ""} for nothing, the last of two fields of one name, and what follows the body.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final List<CoercionInputShape> SCALARS = List.of(
            CoercionInputShape.Boolean,
            CoercionInputShape.Integer,
            CoercionInputShape.Float,
            CoercionInputShape.String,
            CoercionInputShape.EmptyString);

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        refuse(mapper, LogicalType.Textual, CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(mapper, LogicalType.Boolean, CoercionInputShape.Boolean);
        refuse(mapper, LogicalType.Integer, CoercionInputShape.Integer);
        refuse(mapper, LogicalType.Float, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(mapper, LogicalType.Enum, CoercionInputShape.String);
        refuse(mapper, LogicalType.OtherScalar, CoercionInputShape.String);
    }

    /** Refuses every scalar but those that are of the type itself. */
    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... own) {
        SCALARS.stream()
                .filter(shape -> !List.of(own).contains(shape))
                .forEach(shape -> mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail));
    }
}
