package dev.attune.standalone.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Makes the request of every index, always the same for one seed but for the identifiers that the platform gave. */
final class RequestMaker {

    private static final int VALID_PERCENT = 25;
    private static final int TWICE_PERCENT = 10;
    private static final int LARGE_EVERY = 1_500;

    private final long seed;
    private final List<Operation> turns;
    private final ValidRequests valid;
    private final List<Mutation> mutations;

    RequestMaker(long seed, ApiDocument document, World world, Predicate<Operation> included) {
        this.seed = seed;
        this.valid = new ValidRequests(document, world);
        this.mutations = new ArrayList<>(new BodyMutations(document).all());
        mutations.addAll(new TokenMutations(world).all());
        mutations.addAll(new PathMutations(document, world).all());
        mutations.addAll(new QueryMutations(document).all());
        mutations.addAll(new HeaderMutations().all());
        mutations.add(new Mutation(40, draft -> draft.operation.streams(), RequestMaker::hostileStream));
        this.turns = document.operations().stream()
                .filter(included)
                .flatMap(operation -> Collections.nCopies(operation.takesBody() ? 3 : 1, operation).stream())
                .toList();
    }

    FuzzRequest make(int index) {
        Random random = new Random(seed * 1_000_003L + index);
        Operation operation = turns.get(index % turns.size());
        Draft draft = valid.make(operation, index, random);
        if (index % LARGE_EVERY == 1 && draft.json != null) {
            oversize(draft, random);
        } else if (random.nextInt(100) >= VALID_PERCENT) {
            spoil(draft, random);
            if (random.nextInt(100) < TWICE_PERCENT) {
                spoilAgain(draft, random);
            }
        }
        if (draft.json != null && draft.body == null) {
            draft.body = BodyMutations.text(draft).getBytes(UTF_8);
        }
        return draft.finish();
    }

    private void spoil(Draft draft, Random random) {
        List<Mutation> fitting = mutations.stream()
                .filter(mutation -> mutation.fits().test(draft))
                .toList();
        int point = random.nextInt(fitting.stream().mapToInt(Mutation::weight).sum());
        for (Mutation mutation : fitting) {
            point -= mutation.weight();
            if (point < 0) {
                mutation.spoil().accept(draft, random);
                return;
            }
        }
    }

    /** Of two faults either may be found first, so nothing but the document is certain then. */
    private void spoilAgain(Draft draft, Random random) {
        String first = draft.what;
        Expectation expected = draft.expectation;
        spoil(draft, random);
        boolean elsewhere = expected == Expectation.OTHER_PATH
                || draft.expectation == Expectation.OTHER_PATH
                || expected == Expectation.OTHER_METHOD
                || draft.expectation == Expectation.OTHER_METHOD;
        boolean unparsed = expected == Expectation.UNPARSED || draft.expectation == Expectation.UNPARSED;
        draft.spoil(
                first + "; " + draft.what,
                unparsed ? Expectation.UNPARSED : elsewhere ? Expectation.OTHER_METHOD : Expectation.DOCUMENTED);
    }

    private static void hostileStream(Draft draft, Random random) {
        String format = draft.query.getOrDefault("format", List.of("attune")).getFirst();
        draft.body = ImportBodies.hostile(format, draft.index, random);
        draft.chunked = random.nextBoolean();
        draft.spoil("a hostile stream", Expectation.DOCUMENTED);
    }

    /** Just above what any service takes. */
    private static void oversize(Draft draft, Random random) {
        draft.body = ("{\"a\":\"" + "x".repeat(9 << 20) + "\"}").getBytes(UTF_8);
        draft.chunked = random.nextBoolean();
        draft.spoil("body of 9 MiB", Expectation.REFUSED);
    }
}
