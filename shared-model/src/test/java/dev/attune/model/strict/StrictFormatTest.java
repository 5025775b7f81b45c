package dev.attune.model.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class StrictFormatTest {

    enum Colour {
        RED,
        GREEN;

        @JsonValue
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Leaf(@Min(1) int size, Colour colour) {}

    record Plant(
            String commonName,
            @Nullable @Pattern(regexp = "^[a-z]+$") String code,
            @DecimalMin("0") @DecimalMax("1") double health,
            boolean potted,
            @Size(min = 1, max = 2) List<Leaf> leaves,
            Map<@Pattern(regexp = "^[a-z]{2}$") String, List<@Size(min = 1) String>> names,
            @Nullable Instant wateredAt) {}

    private static final StrictFormat<Plant> FORMAT = StrictFormat.json(Plant.class);
    private static final String GOOD = """
            {"common_name":"fern","health":0.5,"potted":true,"leaves":[{"size":3,"colour":"green"}],\
            "names":{"de":["Farn"]},"watered_at":"2026-01-31T08:00:00Z"}""";

    @Test
    void shouldReadWhatIsRightAndWriteItToTheByte() {
        Plant plant = read(GOOD);

        assertThat(plant.leaves()).containsExactly(new Leaf(3, Colour.GREEN));
        assertThat(plant.code()).isNull();
        assertThat(new String(FORMAT.write(plant), StandardCharsets.UTF_8)).isEqualTo(GOOD);
    }

    @Test
    void shouldNameEveryBreachByItsPointer() {
        assertThatThrownBy(() -> read("""
                        {"common_name":" ","code":"Ä","health":1.5,"potted":"yes","colour~/":1,
                         "leaves":[{"size":0,"colour":"blue"},{"size":1.5},7],"names":{"deu":[2]},"watered_at":"soon"}"""))
                .isInstanceOfSatisfying(
                        BreachException.class,
                        refusal -> assertThat(refusal.breaches())
                                .extracting(Breach::toString)
                                .containsExactlyInAnyOrder(
                                        "/common_name: must not be blank",
                                        "/code: must match ^[a-z]+$",
                                        "/health: must be from 0 to 1",
                                        "/potted: must be true or false",
                                        "/colour~0~1: is no field of this format",
                                        "/leaves: must have 1 to 2 items, has 3",
                                        "/leaves/0/size: must be at least 1",
                                        "/leaves/0/colour: must be one of red, green",
                                        "/leaves/1/size: must be a whole number",
                                        "/leaves/1/colour: is missing",
                                        "/leaves/2: must be an object",
                                        "/names/deu: must match ^[a-z]{2}$",
                                        "/names/deu/0: must be a text",
                                        "/watered_at: must be a time, as 2026-01-31T08:00:00Z"));
    }

    @Test
    void shouldRefuseNullWhereAValueMayBeLeftOut() {
        assertThatThrownBy(() -> read(GOOD.replace("\"health\"", "\"code\":null,\"health\"")))
                .hasMessage("a plant /code: must be a text");
    }

    @Test
    void shouldRefuseNamesThatComeTwiceAndWhatFollowsTheDocument() {
        assertThatThrownBy(() -> read(GOOD.replace("\"potted\":true", "\"potted\":true,\"potted\":false")))
                .isInstanceOf(BreachException.class)
                .hasMessageContaining("cannot be parsed, line 1: Duplicate field 'potted'");
        assertThatThrownBy(() -> read(GOOD + "{}")).isInstanceOf(BreachException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(BreachException.class);
    }

    @Test
    void shouldNotRepeatTheTextThatIsRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("fern\"", "fern\" secret")))
                .isInstanceOf(BreachException.class)
                .hasMessageNotContaining("fern\"");
    }

    private static Plant read(String json) {
        return FORMAT.read("a plant", json.getBytes(StandardCharsets.UTF_8));
    }
}
