package dev.attune.model.strict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.attune.model.strict.Shape.Count;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shapes of records off their components: names in snake case, {@code @Nullable} for what may be left out,
 * and the constraints {@code @Size}, {@code @Min}, {@code @Max}, {@code @DecimalMin}, {@code @DecimalMax},
 * {@code @Pattern}, of lists' and maps' elements too.
 */
final class Shapes {

    private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

    private final ObjectMapper mapper;
    private final Map<Class<?>, Shape.Fields> records = new LinkedHashMap<>();

    /** @param mapper says the codes of enums */
    Shapes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The shape of a record, and those of all that it holds. */
    Shape.Fields of(Class<?> type) {
        Shape.Fields known = records.get(type);
        if (known != null) {
            return known;
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        Shape.Fields shape = new Shape.Fields(type.getSimpleName(), fields, required);
        records.put(type, shape);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = NAMES.translate(component.getName());
            fields.put(name, shape(component.getAnnotatedType(), component.getAccessor()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
        }
        return shape;
    }

    /** Every record that was met, in the order of meeting. */
    List<Shape.Fields> met() {
        return List.copyOf(records.values());
    }

    /** @param constraints where the constraints stand: the component's accessor, or the type of an element */
    private Shape shape(AnnotatedType annotated, AnnotatedElement constraints) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType parameterized) {
            AnnotatedType[] arguments = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            Count count = count(constraints);
            return parameterized.getRawType() == List.class
                    ? new Shape.Items(shape(arguments[0], arguments[0]), count)
                    : new Shape.Members(shape(arguments[0], arguments[0]), shape(arguments[1], arguments[1]), count);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return of(plain);
        }
        if (plain.isEnum()) {
            return new Shape.Choice(Arrays.stream(plain.getEnumConstants())
                    .map(constant -> mapper.convertValue(constant, String.class))
                    .toList());
        }
        return scalar(plain, constraints);
    }

    private static Shape scalar(Class<?> type, AnnotatedElement constraints) {
        if (type == String.class) {
            jakarta.validation.constraints.@Nullable Pattern pattern =
                    constraints.getAnnotation(jakarta.validation.constraints.Pattern.class);
            return new Shape.Text(pattern == null ? null : Pattern.compile(pattern.regexp()));
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Shape.Flag();
        }
        if (type == Instant.class || type == LocalDate.class) {
            return new Shape.Time(type == LocalDate.class);
        }
        if (type == JsonNode.class) {
            return new Shape.Any();
        }
        boolean whole = type == int.class || type == Integer.class || type == long.class || type == Long.class;
        if (whole || type == double.class || type == Double.class) {
            return new Shape.Numeric(whole, min(constraints), max(constraints));
        }
        throw new IllegalArgumentException("no shape for " + type);
    }

    private static Count count(AnnotatedElement constraints) {
        @Nullable Size size = constraints.getAnnotation(Size.class);
        return size == null ? Count.ANY : new Count(size.min(), size.max());
    }

    private static @Nullable BigDecimal min(AnnotatedElement constraints) {
        @Nullable Min whole = constraints.getAnnotation(Min.class);
        @Nullable DecimalMin decimal = constraints.getAnnotation(DecimalMin.class);
        return whole != null
                ? BigDecimal.valueOf(whole.value())
                : decimal != null ? new BigDecimal(decimal.value()) : null;
    }

    private static @Nullable BigDecimal max(AnnotatedElement constraints) {
        @Nullable Max whole = constraints.getAnnotation(Max.class);
        @Nullable DecimalMax decimal = constraints.getAnnotation(DecimalMax.class);
        return whole != null
                ? BigDecimal.valueOf(whole.value())
                : decimal != null ? new BigDecimal(decimal.value()) : null;
    }
}
