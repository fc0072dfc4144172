package se.fixpunkt.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.fixpunkt.projects.ProjectAccess;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.users.Access;

/** Permission first: each front-door method begins by asking for it, or says why it is open. */
record PermissionRules(House house) {
    private static final Set<Class<?>> GATES = Set.of(Access.class, ProjectAccess.class, Caller.class);
    private static final int DEPTH = 3;

    ArchRule frontDoorsAskForPermissionFirst() {
        return classes()
                .that(house.in(House.INTERNAL))
                .and(house.outside(House.SHARED))
                .should(Condition.broken("ask for permission first at each front-door method", type -> frontDoorMethods(
                                type)
                        .filter(method -> !method.isAnnotatedWith(OpenToAnyone.class) && !asksFirst(method, DEPTH))
                        .map(method -> method.getFullName() + " neither begins with require(…) nor is @OpenToAnyone in "
                                + method.getSourceCodeLocation())))
                .allowEmptyShould(true);
    }

    private Stream<JavaMethod> frontDoorMethods(JavaClass type) {
        if (type.isInterface() || isGate(type)) {
            return Stream.empty();
        }
        List<JavaClass> doors =
                type.getAllRawInterfaces().stream().filter(house::isRoot).toList();
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.BRIDGE))
                .filter(method -> doors.stream().anyMatch(door -> declares(door, method)));
    }

    private static boolean declares(JavaClass door, JavaMethod method) {
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return door.tryGetMethod(method.getName(), parameters).isPresent();
    }

    /** Whether the first statement is a gate's require, written there or in a method of the same class called there. */
    private static boolean asksFirst(JavaMethod method, int depth) {
        List<JavaMethodCall> calls = method.getMethodCallsFromSelf().stream()
                .sorted(Comparator.comparingInt(JavaMethodCall::getLineNumber))
                .toList();
        if (calls.isEmpty() || depth == 0) {
            return false;
        }
        int firstLine = calls.get(0).getLineNumber();
        return calls.stream()
                .filter(call -> call.getLineNumber() == firstLine)
                .anyMatch(call -> isRequire(call)
                        || (call.getTargetOwner().equals(method.getOwner())
                                && call.getTarget()
                                        .resolveMember()
                                        .filter(own -> asksFirst(own, depth - 1))
                                        .isPresent()));
    }

    /** {@code admit} is a gate's require that also gives what it read on the way. */
    private static boolean isRequire(JavaMethodCall call) {
        return call.getName().matches("(require|admit).*") && isGate(call.getTargetOwner());
    }

    private static boolean isGate(JavaClass type) {
        return GATES.stream().anyMatch(type::isAssignableTo);
    }
}
