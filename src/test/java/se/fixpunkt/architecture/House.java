package se.fixpunkt.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.fixpunkt.shared.BoundedContext;

/**
 * Where a class lives: under a base package, its context is the next word and its layer the one after, so that {@code
 * se.fixpunkt.alarms} is a root and {@code se.fixpunkt.alarms.receiver.scaip} is the layer {@code receiver}.
 */
record House(String base) {
    static final String SHARED = "shared";
    static final String INTERNAL = "internal";
    static final String DOMAIN = "domain";
    static final Set<String> ADAPTERS = Set.of("faces", "rest", "exchange", "receiver");

    /** The one whose contexts are Fixpunkt's. */
    static House fixpunkt() {
        return new House("se.fixpunkt");
    }

    boolean holds(JavaClass type) {
        return type.getPackageName().startsWith(base + ".");
    }

    String context(JavaClass type) {
        return words(type)[0];
    }

    /** The package's third word; empty in a root. */
    String layer(JavaClass type) {
        String[] words = words(type);
        return words.length > 1 ? words[1] : "";
    }

    boolean isRoot(JavaClass type) {
        return holds(type) && words(type).length == 1;
    }

    boolean isIn(JavaClass type, String layer) {
        return holds(type) && layer(type).equals(layer);
    }

    boolean isAdapter(JavaClass type) {
        return holds(type) && ADAPTERS.contains(layer(type));
    }

    boolean isShared(JavaClass type) {
        return holds(type) && context(type).equals(SHARED);
    }

    boolean sameContext(JavaClass one, JavaClass other) {
        return holds(one) && holds(other) && context(one).equals(context(other));
    }

    /** What the context of the class may call, as its package-info says. */
    Set<String> mayCall(JavaClass type) {
        return declaration(type).map(context -> Set.of(context.dependsOn())).orElse(Set.of());
    }

    Optional<BoundedContext> declaration(JavaClass type) {
        JavaPackage place = type.getPackage();
        while (!place.getName().equals(base + "." + context(type))) {
            place = place.getParent().orElseThrow();
        }
        return place.tryGetAnnotationOfType(BoundedContext.class);
    }

    /** What the class uses of the house, itself and its own nested types left out. */
    Stream<Dependency> uses(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(use -> holds(use.getTargetClass().getBaseComponentType()));
    }

    DescribedPredicate<JavaClass> roots() {
        return DescribedPredicate.describe("are in a context's root", this::isRoot);
    }

    DescribedPredicate<JavaClass> adapters() {
        return DescribedPredicate.describe("are adapters", this::isAdapter);
    }

    DescribedPredicate<JavaClass> in(String layer) {
        return DescribedPredicate.describe("are in " + layer, type -> isIn(type, layer));
    }

    DescribedPredicate<JavaClass> outside(String context) {
        return DescribedPredicate.describe(
                "are outside " + context, type -> holds(type) && !context(type).equals(context));
    }

    DescribedPredicate<JavaClass> everybody() {
        return DescribedPredicate.describe("live here", this::holds);
    }

    private String[] words(JavaClass type) {
        return type.getPackageName().substring(base.length() + 1).split("\\.");
    }
}
