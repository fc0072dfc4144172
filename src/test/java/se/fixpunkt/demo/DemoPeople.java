package se.fixpunkt.demo;

import java.util.List;

/** Who can sign in to the demo. */
final class DemoPeople {
    static final String PASSWORD = "fixpunkt-demo";
    static final String ADMINISTRATOR = "admin@demo.test";
    static final String PROJECT_ADMINISTRATOR = "project@demo.test";
    static final String MEMBER = "member@demo.test";
    static final String SUBCONTRACTOR = "ue@demo.test";

    /** Everybody but the first administrator, whom the server makes itself. */
    static final List<Person> ADDED = List.of(
            new Person(PROJECT_ADMINISTRATOR, "Petra Projektsson", "project administrator", "OPEN_PROJECTS"),
            new Person(MEMBER, "Mats Medlem", "reads and prices"),
            new Person(SUBCONTRACTOR, "Ulla Entreprenör", "subcontractor (UE)"),
            new Person("operator1@demo.test", "Olle Operatör", "alarm operator", "HANDLE_ALARMS"),
            new Person("operator2@demo.test", "Orvokki Operatör", "alarm operator", "HANDLE_ALARMS"),
            new Person(
                    "technician@demo.test",
                    "Tove Tekniker",
                    "technician",
                    "MANAGE_DEVICES",
                    "READ_COMMUNICATION",
                    "READ_JOURNAL"),
            new Person(
                    "support@demo.test",
                    "Sami Support",
                    "support agent, watches operations",
                    "ANSWER_SUPPORT",
                    "WATCH_OPERATIONS"));

    private DemoPeople() {}

    /**
     * One of them.
     *
     * @param job in a few words, for the table
     */
    record Person(String email, String name, String job, List<String> rights) {
        Person(String email, String name, String job, String... rights) {
            this(email, name, job, List.of(rights));
        }
    }
}
