package se.fixpunkt.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Version;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.xml.sax.SAXException;
import se.fixpunkt.shared.AppendOnly;

/** How code is written, whatever the context. */
record CodingRules(House house) {
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    ArchRule entitiesHaveAVersion() {
        return classes()
                .that(house.everybody())
                .and()
                .areAnnotatedWith(Entity.class)
                .and()
                .areNotAnnotatedWith(AppendOnly.class)
                .should(Condition.broken(
                        "have a @Version field",
                        type -> type.getAllFields().stream().anyMatch(field -> field.isAnnotatedWith(Version.class))
                                ? Stream.empty()
                                : Stream.of(type.getName() + " has no @Version and is not @AppendOnly")))
                .allowEmptyShould(true);
    }

    ArchRule entitiesHaveNoSetters() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "are stored",
                        type -> house.holds(type)
                                && Stream.of(Entity.class, Embeddable.class, MappedSuperclass.class)
                                        .anyMatch(type::isAnnotatedWith)))
                .should()
                .haveNameMatching("set[A-Z].*")
                .allowEmptyShould(true)
                .because("entities behave: methods are verbs that may refuse");
    }

    ArchRule transactionsBeginInInternal() {
        return classes()
                .that(house.everybody())
                .should(Condition.broken(
                        "be @Transactional only in internal",
                        type -> house.isIn(type, House.INTERNAL)
                                ? Stream.empty()
                                : Stream.concat(
                                                Stream.of(type)
                                                        .filter(one -> one.isAnnotatedWith(Transactional.class))
                                                        .map(JavaClass::getName),
                                                type.getMethods().stream()
                                                        .filter(method -> method.isAnnotatedWith(Transactional.class))
                                                        .map(method -> method.getFullName()))
                                        .map(name -> name + " is @Transactional outside internal")))
                .allowEmptyShould(true);
    }

    ArchRule entityManagersStayInRepositories() {
        return noClasses()
                .that(house.everybody())
                .and()
                .haveSimpleNameNotEndingWith("Repository")
                .and(not(producers()))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .allowEmptyShould(true);
    }

    ArchRule dataSourcesStayInRepositories() {
        return noClasses()
                .that(house.outside(House.SHARED))
                .and()
                .haveSimpleNameNotEndingWith("Repository")
                .and(not(DescribedPredicate.describe("are of the intake or a lease", type -> type.getSimpleName()
                        .matches(".*(Intake|Lease).*"))))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DataSource.class)
                .allowEmptyShould(true);
    }

    ArchRule timeAndIdsAreGiven() {
        return noClasses()
                .that(house.outside(House.SHARED))
                .should()
                .callCodeUnitWhere(
                        DescribedPredicate.describe("asks the wall clock or makes a random id", this::isWild))
                .allowEmptyShould(true)
                .because("time comes from the injected Clock and ids from TimeOrderedId");
    }

    ArchRule numbersAreExact() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(house.everybody())
                .should()
                .haveRawType(DescribedPredicate.describe(
                        "a floating-point type",
                        type -> FLOATING.contains(type.getBaseComponentType().getName())))
                .allowEmptyShould(true);
    }

    ArchRule namesSayWhatThingsAre() {
        return noClasses()
                .that(house.everybody())
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|D(to|TO))")
                .allowEmptyShould(true);
    }

    ArchRule injectionIsByConstructor() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(house.everybody().and(not(producers())))
                .should()
                .beAnnotatedWith(DescribedPredicate.describe("an injecting annotation", annotation -> Stream.of(
                                Inject.class, Resource.class, PersistenceContext.class, EJB.class)
                        .anyMatch(annotation.getRawType()::isEquivalentTo)))
                .allowEmptyShould(true);
    }

    ArchRule nobodyPrints() {
        return noClasses()
                .that(house.everybody())
                .should(ACCESS_STANDARD_STREAMS)
                .allowEmptyShould(true);
    }

    ArchRule exceptionsAreUnchecked() {
        return classes()
                .that(house.everybody())
                .and()
                .areAssignableTo(Throwable.class)
                .and()
                // A SAX parser can be stopped early by its own kind of exception only.
                .areNotAssignableTo(SAXException.class)
                .should()
                .beAssignableTo(RuntimeException.class)
                .allowEmptyShould(true);
    }

    ArchRule frontDoorsThrowNothingChecked() {
        return classes()
                .that(house.roots())
                .should(Condition.broken("declare no checked exception", type -> type.getMethods().stream()
                        .filter(method -> method.getThrowsClause().getTypes().stream()
                                .anyMatch(thrown -> !thrown.isAssignableTo(RuntimeException.class)))
                        .map(method -> method.getFullName() + " throws a checked exception")))
                .allowEmptyShould(true)
                .because("a checked exception out of a transaction commits it");
    }

    ArchRule nothingIsSessionScoped() {
        return noClasses()
                .that(house.everybody())
                .should()
                .beAnnotatedWith(SessionScoped.class)
                .orShould()
                .beAnnotatedWith(jakarta.faces.view.ViewScoped.class)
                .allowEmptyShould(true)
                .because("a session lives on one node; OmniFaces' view scope can be kept on the client");
    }

    /** The one or two classes of the floor that turn what the server injects into constructor parameters. */
    private DescribedPredicate<JavaClass> producers() {
        return DescribedPredicate.describe(
                "hand on what the server gives", type -> house.isShared(type) && house.isIn(type, House.INTERNAL));
    }

    private boolean isWild(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        List<JavaClass> parameters = target.getRawParameterTypes();
        boolean unclocked = parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean now =
                owner.getPackageName().equals("java.time") && target.getName().equals("now") && unclocked;
        boolean clock = owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system");
        boolean millis = owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
        boolean date = owner.isEquivalentTo(Date.class) && target.getName().equals("<init>") && parameters.isEmpty();
        boolean id = owner.isEquivalentTo(UUID.class) && target.getName().equals("randomUUID");
        return now || clock || millis || date || id;
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> predicate) {
        return DescribedPredicate.not(predicate);
    }
}
