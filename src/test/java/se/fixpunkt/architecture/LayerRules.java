package se.fixpunkt.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.TOP_LEVEL_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Named;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.Rejection;

/** What each layer of a context may be. */
record LayerRules(House house) {

    ArchRule rootsAreFreeOfTechnology() {
        return classes().that(house.roots()).should(onlyPlainJava()).allowEmptyShould(true);
    }

    ArchRule domainIsPure() {
        return classes()
                .that(house.in(House.DOMAIN))
                .should(onlyPlainJava())
                .andShould(Condition.broken("use no other layer than the own root", type -> house.uses(type)
                        .filter(use -> !house.isIn(target(use), House.DOMAIN) && !house.isRoot(target(use)))
                        .map(Dependency::getDescription)))
                .allowEmptyShould(true);
    }

    ArchRule internalIsHidden() {
        return noClasses()
                .that(house.in(House.INTERNAL))
                .and(are(TOP_LEVEL_CLASSES))
                .should()
                .bePublic()
                .allowEmptyShould(true);
    }

    ArchRule adaptersAreLeaves() {
        return classes()
                .that(house.everybody())
                .should(Condition.broken("not use an adapter from outside of it", type -> house.uses(type)
                        .filter(use -> house.isAdapter(target(use)) && !mayUseAdapter(type, target(use)))
                        .map(Dependency::getDescription)))
                .allowEmptyShould(true);
    }

    ArchRule adaptersCallOnlyTheFrontDoor() {
        return classes()
                .that(house.adapters())
                .should(Condition.broken("go through the front door", type -> house.uses(type)
                        .filter(use -> isBehindTheDoor(type, target(use)))
                        .map(Dependency::getDescription)))
                .allowEmptyShould(true);
    }

    ArchRule eventsAreRecordsAtARoot() {
        return classes()
                .that(assignableTo(DomainEvent.class))
                .and(not(DescribedPredicate.describe("are interfaces", JavaClass::isInterface)))
                .should()
                .beRecords()
                .andShould(beAtARoot())
                .allowEmptyShould(true);
    }

    ArchRule refusalsAreAtARoot() {
        return classes().that(assignableTo(Rejection.class)).should(beAtARoot()).allowEmptyShould(true);
    }

    ArchRule viewBeansAreInFacesAndNamedSo() {
        return classes()
                .that(house.outside(House.SHARED))
                .and()
                .areAnnotatedWith(Named.class)
                .should(Condition.broken(
                        "be in faces and named *View or *Dialog",
                        type -> house.isIn(type, "faces")
                                        && type.getSimpleName().matches(".*(View|Dialog)")
                                ? Stream.empty()
                                : Stream.of(type.getName() + " is no *View or *Dialog in faces")))
                .allowEmptyShould(true);
    }

    ArchRule resourcesAreInRestAndNamedSo() {
        return classes()
                .that(house.everybody())
                .and()
                .areAnnotatedWith(Path.class)
                .should()
                .resideInAPackage("..rest..")
                .andShould()
                .haveSimpleNameEndingWith("Resource")
                .allowEmptyShould(true);
    }

    private Condition onlyPlainJava() {
        return Condition.broken(
                "use only the Java language and the house", type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> !isPlainJava(target(use)))
                        .map(Dependency::getDescription));
    }

    private boolean isPlainJava(JavaClass type) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("se.fixpunkt")
                || (type.getPackageName().startsWith("java.")
                        && !resideInAnyPackage("java.sql..", "java.rmi..", "java.awt..", "java.beans..")
                                .test(type));
    }

    private boolean mayUseAdapter(JavaClass user, JavaClass adapter) {
        boolean sameAdapter =
                house.sameContext(user, adapter) && house.layer(user).equals(house.layer(adapter));
        // What shared offers to pages and resources is for pages and resources.
        return sameAdapter || (house.isShared(adapter) && house.isAdapter(user));
    }

    private boolean isBehindTheDoor(JavaClass adapter, JavaClass target) {
        if (!house.sameContext(adapter, target)) {
            return false;
        }
        if (house.isIn(target, House.INTERNAL)) {
            return true;
        }
        boolean page = house.isIn(adapter, "faces") || house.isIn(adapter, "rest");
        return page && house.isIn(target, House.DOMAIN) && !isSpokenAtTheDoor(target);
    }

    /** A domain type that the root itself uses is part of what the front door says. */
    private boolean isSpokenAtTheDoor(JavaClass domainType) {
        return domainType.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .anyMatch(user -> house.isRoot(user) && house.sameContext(user, domainType));
    }

    private Condition beAtARoot() {
        return Condition.broken(
                "be at a root",
                type -> !house.holds(type) || house.isRoot(type)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is at no root"));
    }

    private static DescribedPredicate<JavaClass> assignableTo(Class<?> type) {
        return JavaClass.Predicates.assignableTo(type);
    }

    private static DescribedPredicate<JavaClass> are(DescribedPredicate<JavaClass> predicate) {
        return predicate;
    }

    private static JavaClass target(Dependency use) {
        return use.getTargetClass().getBaseComponentType();
    }
}
