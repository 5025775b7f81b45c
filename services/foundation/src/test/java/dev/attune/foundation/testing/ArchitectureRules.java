package dev.attune.foundation.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The rules that hold the architecture in every service. */
public final class ArchitectureRules {

    private static final String[] ADAPTERS = {"..rest..", "..messaging..", "..persistence..", "..tribuo.."};

    private static final ArchCondition<JavaMethod> DOCUMENT_THEIR_STATUS =
            new ArchCondition<>("document their status with the body") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    String status = String.valueOf(
                            method.getAnnotationOfType(ResponseStatus.class).value());
                    boolean documented = method.tryGetAnnotationOfType(APIResponseSchema.class)
                            .filter(response -> response.responseCode().equals(status))
                            .isPresent();
                    events.add(new SimpleConditionEvent(method, documented, method.getFullName() + ": " + status));
                }
            };

    private ArchitectureRules() {}

    /** Checks all rules for the classes below a package such as {@code dev.attune.ranking}. */
    public static void check(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages(ADAPTERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below(root))
                .because("adapters import the feature, never the reverse")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("..tribuo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tribuo..")
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.Emitter"
                        + "|io\\.smallrye\\.reactive\\.messaging\\.MutinyEmitter")
                .because("only the outbox relay sends")
                .check(classes);
        methods()
                .should()
                .notBeAnnotatedWith(ServerExceptionMapper.class)
                .because("errors are mapped in foundation alone")
                .check(classes);
        fields().should()
                .notBeAnnotatedWith(Inject.class)
                .allowEmptyShould(true)
                .check(classes);
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .or()
                .areAnnotatedWith(PATCH.class)
                .or()
                .areAnnotatedWith(DELETE.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .allowEmptyShould(true)
                .because("every operation says who may do it")
                .check(classes);
        methods()
                .that()
                .areAnnotatedWith(ResponseStatus.class)
                .should(DOCUMENT_THEIR_STATUS)
                .allowEmptyShould(true)
                .because("the document takes every success for a 200 that is not said to be another")
                .check(classes);
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(Produces.class)
                .allowEmptyShould(true)
                .because("without it a caller who accepts text/html gets a view's toString as HTML")
                .check(classes);
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .resideInAPackage("..rest..")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static String[] below(String root) {
        return new String[] {root + "..rest..", root + "..messaging..", root + "..persistence..", root + "..tribuo.."};
    }
}
