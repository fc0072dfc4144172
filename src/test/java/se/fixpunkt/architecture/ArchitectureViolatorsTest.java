package se.fixpunkt.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Proves of each rule that it can fail, by code that breaks it on purpose. */
class ArchitectureViolatorsTest {
    private static final String BASE = "se.fixpunkt.architecture.violators";
    private static final House HOUSE = new House(BASE);
    private static final ContextRules CONTEXTS = new ContextRules(HOUSE);
    private static final LayerRules LAYERS = new LayerRules(HOUSE);
    private static final PermissionRules PERMISSIONS = new PermissionRules(HOUSE);
    private static final CodingRules CODE = new CodingRules(HOUSE);
    private static final JavaClasses VIOLATORS = new ClassFileImporter().importPackages(BASE);
    private static final Set<String> PROVEN = Set.of(
            "adaptersAreLeaves",
            "adaptersCallOnlyTheFrontDoor",
            "contextsDependOnlyOnWhatTheyDeclare",
            "contextsHaveNoCycles",
            "contextsMeetAtRoots",
            "dataSourcesStayInRepositories",
            "domainIsPure",
            "entitiesHaveAVersion",
            "entitiesHaveNoSetters",
            "entityManagersStayInRepositories",
            "eventsAreRecordsAtARoot",
            "everyPackageBelongsToADeclaredContext",
            "exceptionsAreUnchecked",
            "frontDoorsAskForPermissionFirst",
            "frontDoorsThrowNothingChecked",
            "injectionIsByConstructor",
            "internalIsHidden",
            "namesSayWhatThingsAre",
            "nobodyPrints",
            "nothingIsSessionScoped",
            "numbersAreExact",
            "refusalsAreAtARoot",
            "resourcesAreInRestAndNamedSo",
            "rootsAreFreeOfTechnology",
            "timeAndIdsAreGiven",
            "transactionsBeginInInternal",
            "viewBeansAreInFacesAndNamedSo");

    @Test
    void seesACallToAContextThatIsNotDeclared() {
        assertSees(CONTEXTS.contextsDependOnlyOnWhatTheyDeclare(), "archive.CallsUndeclaredContext");
    }

    @Test
    void seesContextsThatMeetBehindTheRoot() {
        assertSees(CONTEXTS.contextsMeetAtRoots(), "desk.internal.MeetsBehindTheRoot");
    }

    @Test
    void seesContextsInACircle() {
        assertSees(CONTEXTS.contextsHaveNoCycles(), "archive.CallsUndeclaredContext");
    }

    @Test
    void seesAPackageInNoContext() {
        assertSees(CONTEXTS.everyPackageBelongsToADeclaredContext(), "stray.InNoContext");
    }

    @Test
    void seesTechnologyInARoot() {
        assertSees(LAYERS.rootsAreFreeOfTechnology(), "archive.RootWithTechnology");
    }

    @Test
    void seesTechnologyInTheDomain() {
        assertSees(LAYERS.domainIsPure(), "archive.domain.ImpureDomain");
    }

    @Test
    void seesADomainThatLooksInwards() {
        assertSees(LAYERS.domainIsPure(), "archive.domain.DomainKnowsInternal");
    }

    @Test
    void seesAPublicTypeInInternal() {
        assertSees(LAYERS.internalIsHidden(), "archive.internal.PublicInInternal");
    }

    @Test
    void seesSomebodyLeaningOnAnAdapter() {
        assertSees(LAYERS.adaptersAreLeaves(), "archive.UsesAdapter");
    }

    @Test
    void seesAnAdapterThatGoesRoundTheDoor() {
        assertSees(LAYERS.adaptersCallOnlyTheFrontDoor(), "archive.rest.GoesRoundTheDoor");
    }

    @Test
    void seesAPageThatUsesDomainTypesTheDoorNeverMentions() {
        assertSees(LAYERS.adaptersCallOnlyTheFrontDoor(), "archive.faces.PageOfUnspokenDomain");
    }

    @Test
    void seesAnEventAwayFromTheRoot() {
        assertSees(LAYERS.eventsAreRecordsAtARoot(), "archive.internal.EventAwayFromRoot");
    }

    @Test
    void seesAnEventThatIsNoRecord() {
        assertSees(LAYERS.eventsAreRecordsAtARoot(), "archive.EventThatIsNoRecord");
    }

    @Test
    void seesAHiddenRefusal() {
        assertSees(LAYERS.refusalsAreAtARoot(), "archive.internal.HiddenRefusal");
    }

    @Test
    void seesAViewBeanOutsideFaces() {
        assertSees(LAYERS.viewBeansAreInFacesAndNamedSo(), "archive.internal.NamedElsewhere");
    }

    @Test
    void seesAResourceOutsideRest() {
        assertSees(LAYERS.resourcesAreInRestAndNamedSo(), "archive.internal.PapersPath");
    }

    @Test
    void seesAFrontDoorThatForgetsPermission() {
        assertSees(PERMISSIONS.frontDoorsAskForPermissionFirst(), "archive.internal.ForgetsPermission");
    }

    @Test
    void seesAFrontDoorThatAsksTooLate() {
        assertSees(PERMISSIONS.frontDoorsAskForPermissionFirst(), "archive.internal.AsksPermissionTooLate");
    }

    @Test
    void seesAnEntityWithoutVersion() {
        assertSees(CODE.entitiesHaveAVersion(), "archive.internal.StoredWithoutVersion");
    }

    @Test
    void seesASetterOnAnEntity() {
        assertSees(CODE.entitiesHaveNoSetters(), "archive.internal.StoredWithSetter");
    }

    @Test
    void seesATransactionOutsideInternal() {
        assertSees(CODE.transactionsBeginInInternal(), "archive.rest.TransactionInAdapter");
    }

    @Test
    void seesAnEntityManagerOutsideARepository() {
        assertSees(CODE.entityManagersStayInRepositories(), "archive.internal.EntityManagerElsewhere");
    }

    @Test
    void seesADataSourceOutsideARepository() {
        assertSees(CODE.dataSourcesStayInRepositories(), "archive.internal.DataSourceElsewhere");
    }

    @Test
    void seesALookAtTheWallClock() {
        assertSees(CODE.timeAndIdsAreGiven(), "archive.internal.LooksAtTheWall");
    }

    @Test
    void seesARandomId() {
        assertSees(CODE.timeAndIdsAreGiven(), "archive.internal.MakesRandomIds");
    }

    @Test
    void seesAFloatingPointField() {
        assertSees(CODE.numbersAreExact(), "archive.internal.FloatingMoney");
    }

    @Test
    void seesANameThatSaysNothing() {
        assertSees(CODE.namesSayWhatThingsAre(), "archive.internal.PaperHelper");
    }

    @Test
    void seesAnInjectedField() {
        assertSees(CODE.injectionIsByConstructor(), "archive.internal.InjectedField");
    }

    @Test
    void seesSomebodyPrinting() {
        assertSees(CODE.nobodyPrints(), "archive.internal.Prints");
    }

    @Test
    void seesACheckedException() {
        assertSees(CODE.exceptionsAreUnchecked(), "archive.internal.CheckedException");
    }

    @Test
    void seesAFrontDoorThatThrowsAChecked() {
        assertSees(CODE.frontDoorsThrowNothingChecked(), "archive.ThrowsChecked");
    }

    @Test
    void seesASessionScopedBean() {
        assertSees(CODE.nothingIsSessionScoped(), "archive.faces.SessionOnOneNode");
    }

    @Test
    void leavesAFrontDoorAloneThatAsksFirst() {
        assertFalse(breaches(PERMISSIONS.frontDoorsAskForPermissionFirst()).contains("AsksPermissionFirst"));
    }

    @Test
    void everyRuleIsProven() {
        Set<String> checked = Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(field -> field.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(PROVEN), checked);
    }

    private static void assertSees(ArchRule rule, String violator) {
        String breaches = breaches(rule);
        assertTrue(breaches.contains(violator), () -> rule.getDescription() + " does not see " + violator);
    }

    private static String breaches(ArchRule rule) {
        List<String> details = rule.evaluate(VIOLATORS).getFailureReport().getDetails();
        return String.join("\n", details);
    }
}
