package se.fixpunkt.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** How contexts meet. */
record ContextRules(House house) {

    ArchRule contextsDependOnlyOnWhatTheyDeclare() {
        return classes()
                .that(house.everybody())
                .should(Condition.broken("use only contexts that their own declares", type -> foreign(type)
                        .filter(use -> !house.mayCall(type).contains(house.context(target(use))))
                        .map(Dependency::getDescription)))
                .allowEmptyShould(true)
                .because("a new arrow between contexts is a decision: package-info and src/adr");
    }

    ArchRule contextsMeetAtRoots() {
        return classes()
                .that(house.everybody())
                .should(Condition.broken("use other contexts through their roots", type -> foreign(type)
                        .filter(use -> !isOpenToOthers(target(use)))
                        .map(Dependency::getDescription)))
                .allowEmptyShould(true);
    }

    ArchRule contextsHaveNoCycles() {
        return slices().matching(house.base() + ".(*)..")
                .namingSlices("context $1")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    ArchRule everyPackageBelongsToADeclaredContext() {
        return classes()
                .that(house.everybody())
                .should(Condition.broken(
                        "belong to a declared context",
                        type -> house.declaration(type)
                                        .filter(context -> context.name().equals(house.context(type)))
                                        .isPresent()
                                ? Stream.empty()
                                : Stream.of(type.getName() + " is in no context with @BoundedContext under that name")))
                .allowEmptyShould(true);
    }

    private Stream<Dependency> foreign(JavaClass type) {
        return house.uses(type).filter(use -> !house.sameContext(type, target(use)));
    }

    /** A root, or what shared offers to all adapters; never anybody's internal. */
    private boolean isOpenToOthers(JavaClass target) {
        return house.isRoot(target) || (house.isShared(target) && !house.isIn(target, House.INTERNAL));
    }

    private static JavaClass target(Dependency use) {
        return use.getTargetClass().getBaseComponentType();
    }
}
