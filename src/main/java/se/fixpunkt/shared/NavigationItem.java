package se.fixpunkt.shared;

/**
 * One entry of the main navigation. A context contributes it as a CDI bean in its {@code faces} package; the shell
 * shows those that are visible, in order, and knows nothing else about them.
 */
public interface NavigationItem {

    /** Key of the label in the bundles, e.g. {@code alarms.navigation.queue}; also the name under which live counts find it. */
    String label();

    /** Id of an icon in {@code resources/icons/icons.svg}. */
    String icon();

    /** Where it leads, from the application's root and without extension, e.g. {@code /alarms/queue}. */
    String path();

    /** Smaller comes first: Projekt 10, Larmbord 20, Enheter 30, Personer 40, Logg 50. */
    int order();

    /** Whether the caller has anything to do there; asked at each page. */
    boolean visible();

    /** Whether the page lies under this entry; by default everything whose path begins like the entry's. */
    default boolean holds(String page) {
        return page.startsWith(path());
    }
}
