package se.fixpunkt.users.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.fixpunkt.shared.Page;
import se.fixpunkt.users.People;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.Right;

/** The organisation's people. What is done here goes through REST, by {@code users-people.js}. */
@Named
@RequestScoped
public class PeopleView {
    private final People people;
    private String after;
    private Page<Line> page = new Page<>(List.of(), null);

    @Inject
    public PeopleView(People people) {
        this.people = people;
    }

    public void load() {
        page = people.list(after, Page.DEFAULT_LIMIT).map(Line::of);
    }

    public List<Line> getItems() {
        return page.items();
    }

    /** Where the following page begins; null at the end. */
    public String getNext() {
        return page.next();
    }

    /** By name, as texts and REST know them. */
    public List<String> getRights() {
        return Arrays.stream(Right.values()).map(Right::name).toList();
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    /** @param rights by name, in their declared order */
    public record Line(String id, String name, String email, List<String> rights, boolean active) {
        static Line of(Person person) {
            return new Line(
                    person.id().toString(),
                    person.name(),
                    person.email().value(),
                    person.rights().stream().sorted().map(Right::name).toList(),
                    person.active());
        }

        /** For the page's script. */
        public String joinedRights() {
            return rights.stream().collect(Collectors.joining(" "));
        }
    }
}
