package se.fixpunkt.users.rest;

import java.util.List;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.Right;

/** A person in the outer contract. */
public record PersonJson(
        String id, String email, String name, String language, List<String> rights, boolean active, long version) {

    static PersonJson of(Person person) {
        return new PersonJson(
                person.id().toString(),
                person.email().value(),
                person.name(),
                person.language().tag(),
                person.rights().stream().sorted().map(Right::name).toList(),
                person.active(),
                person.version());
    }
}
