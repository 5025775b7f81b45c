package dev.attune.scoring.registry;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready when it has a model. */
@Readiness
@Singleton
class ModelReadiness implements HealthCheck {

    private final CurrentModel current;

    ModelReadiness(CurrentModel current) {
        this.current = current;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("model").status(current.isLoaded()).build();
    }
}
