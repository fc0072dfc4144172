package se.fixpunkt.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of {@code architecture.md}, held against everything under {@code src/main/java}. */
@AnalyzeClasses(packages = "se.fixpunkt", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final ContextRules CONTEXTS = new ContextRules(House.fixpunkt());
    private static final LayerRules LAYERS = new LayerRules(House.fixpunkt());
    private static final PermissionRules PERMISSIONS = new PermissionRules(House.fixpunkt());
    private static final CodingRules CODE = new CodingRules(House.fixpunkt());

    @ArchTest
    static final ArchRule contextsDependOnlyOnWhatTheyDeclare = CONTEXTS.contextsDependOnlyOnWhatTheyDeclare();

    @ArchTest
    static final ArchRule contextsMeetAtRoots = CONTEXTS.contextsMeetAtRoots();

    @ArchTest
    static final ArchRule contextsHaveNoCycles = CONTEXTS.contextsHaveNoCycles();

    @ArchTest
    static final ArchRule everyPackageBelongsToADeclaredContext = CONTEXTS.everyPackageBelongsToADeclaredContext();

    @ArchTest
    static final ArchRule rootsAreFreeOfTechnology = LAYERS.rootsAreFreeOfTechnology();

    @ArchTest
    static final ArchRule domainIsPure = LAYERS.domainIsPure();

    @ArchTest
    static final ArchRule internalIsHidden = LAYERS.internalIsHidden();

    @ArchTest
    static final ArchRule adaptersAreLeaves = LAYERS.adaptersAreLeaves();

    @ArchTest
    static final ArchRule adaptersCallOnlyTheFrontDoor = LAYERS.adaptersCallOnlyTheFrontDoor();

    @ArchTest
    static final ArchRule eventsAreRecordsAtARoot = LAYERS.eventsAreRecordsAtARoot();

    @ArchTest
    static final ArchRule refusalsAreAtARoot = LAYERS.refusalsAreAtARoot();

    @ArchTest
    static final ArchRule viewBeansAreInFacesAndNamedSo = LAYERS.viewBeansAreInFacesAndNamedSo();

    @ArchTest
    static final ArchRule resourcesAreInRestAndNamedSo = LAYERS.resourcesAreInRestAndNamedSo();

    @ArchTest
    static final ArchRule frontDoorsAskForPermissionFirst = PERMISSIONS.frontDoorsAskForPermissionFirst();

    @ArchTest
    static final ArchRule entitiesHaveAVersion = CODE.entitiesHaveAVersion();

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = CODE.entitiesHaveNoSetters();

    @ArchTest
    static final ArchRule transactionsBeginInInternal = CODE.transactionsBeginInInternal();

    @ArchTest
    static final ArchRule entityManagersStayInRepositories = CODE.entityManagersStayInRepositories();

    @ArchTest
    static final ArchRule dataSourcesStayInRepositories = CODE.dataSourcesStayInRepositories();

    @ArchTest
    static final ArchRule timeAndIdsAreGiven = CODE.timeAndIdsAreGiven();

    @ArchTest
    static final ArchRule numbersAreExact = CODE.numbersAreExact();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = CODE.namesSayWhatThingsAre();

    @ArchTest
    static final ArchRule injectionIsByConstructor = CODE.injectionIsByConstructor();

    @ArchTest
    static final ArchRule nobodyPrints = CODE.nobodyPrints();

    @ArchTest
    static final ArchRule exceptionsAreUnchecked = CODE.exceptionsAreUnchecked();

    @ArchTest
    static final ArchRule frontDoorsThrowNothingChecked = CODE.frontDoorsThrowNothingChecked();

    @ArchTest
    static final ArchRule nothingIsSessionScoped = CODE.nothingIsSessionScoped();
}
