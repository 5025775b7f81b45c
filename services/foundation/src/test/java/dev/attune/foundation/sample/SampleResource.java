package dev.attune.foundation.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.attune.foundation.paging.PageRequest;
import dev.attune.foundation.persistence.Idempotency;
import dev.attune.foundation.persistence.Transactions;
import dev.attune.foundation.security.Caller;
import dev.attune.foundation.security.Roles;
import dev.attune.model.judgment.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** A small API that has everything which foundation gives to the real ones. */
@Path("/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
public class SampleResource {

    static final AtomicInteger WRITES = new AtomicInteger();

    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;

    SampleResource(Caller caller, Transactions transactions, Idempotency idempotency) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
    }

    public record SampleRequest(
            @NotBlank String name,
            @NotNull @Max(3) Integer degree,
            @Valid List<Part> parts,
            Outcome outcome) {}

    public record Part(@NotBlank @JsonProperty("label") String label) {}

    @GET
    @Path("{dataset}")
    @RolesAllowed(Roles.REVIEWER)
    public Map<String, Object> get(@PathParam("dataset") String dataset, @BeanParam PageRequest page) {
        caller.datasets().require(dataset);
        return Map.of("subject", caller.subject(), "limit", page.limit());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SampleView(
            String id,
            @Nullable String absent,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String empty) {}

    public record OtherView(
            String id,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String absent,

            @Nullable String empty) {}

    @POST
    @Path("{dataset}:accept")
    @ResponseStatus(202)
    @RolesAllowed(Roles.ADMIN)
    @APIResponseSchema(value = SampleView.class, responseCode = "202", responseDescription = "It is accepted")
    public Uni<SampleView> accept(@PathParam("dataset") String dataset) {
        return Uni.createFrom().item(new SampleView(dataset, null, null));
    }

    @GET
    @Path("{dataset}/other")
    @RolesAllowed(Roles.ADMIN)
    public OtherView other(@PathParam("dataset") String dataset) {
        return new OtherView(dataset, null, null);
    }

    @GET
    @Path("{dataset}/broken")
    @RolesAllowed(Roles.ADMIN)
    public String broken() {
        throw new IllegalStateException("a secret of the inside");
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.RATER)
    public Uni<Response> post(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull SampleRequest request) {
        return transactions.run(connection -> idempotency.once(
                connection,
                new Idempotency.Request(caller.subject(), "POST /v1/samples", key, request),
                () -> Uni.createFrom().item(new Idempotency.Reply(201, Map.of("write", WRITES.incrementAndGet())))));
    }
}
