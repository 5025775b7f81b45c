package dev.attune.foundation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.attune.foundation");

    @Test
    void shouldSendFromTheRelayAlone() {
        noClasses()
                .that()
                .doNotHaveSimpleName("OutboxRelay")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Emitter")
                .check(classes);
    }

    @Test
    void shouldKeepTheEmbeddedServersFreeOfTheFramework() {
        noClasses()
                .that()
                .resideInAPackage("..embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..")
                .because("the launcher has them without the framework")
                .check(classes);
    }
}
