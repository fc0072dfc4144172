package se.fixpunkt.users.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.NewPerson;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.People;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonName;

/** The organisation's people, for its main administrator. */
@Path("people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeopleResource {
    private final People people;

    @Inject
    public PeopleResource(People people) {
        this.people = people;
    }

    /** Somebody to add. */
    public record Wanted(String email, String name, String password, String language, List<String> rights) {}

    /** What is to be different; what is left out stays. */
    public record Change(String name, List<String> rights, Boolean active) {}

    @GET
    public Page<PersonJson> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return people.list(after, Page.limit(limit)).map(PersonJson::of);
    }

    @POST
    public Response add(Wanted wanted) {
        Wanted given = Given.body(wanted);
        Person person = people.add(
                new NewPerson(
                        new EmailAddress(given.email()),
                        new PersonName(given.name()),
                        Language.of(given.language()),
                        Given.rights(given.rights())),
                new Password(given.password()));
        return answer(Response.created(URI.create("people/" + person.id())), person);
    }

    @GET
    @Path("{id}")
    public Response find(@PathParam("id") String id) {
        return answer(Response.ok(), people.find(Given.person(id)));
    }

    @PATCH
    @Path("{id}")
    public Response change(@PathParam("id") String id, @HeaderParam("If-Match") String version, Change change) {
        PersonId person = Given.person(id);
        Change wanted = Given.body(change);
        Given.unchanged(version, people.find(person));
        if (wanted.name() != null) {
            people.rename(person, new PersonName(wanted.name()));
        }
        if (wanted.rights() != null) {
            people.changeRights(person, Given.rights(wanted.rights()));
        }
        if (Boolean.FALSE.equals(wanted.active())) {
            people.deactivate(person);
        } else if (Boolean.TRUE.equals(wanted.active())) {
            people.reactivate(person);
        }
        return answer(Response.ok(), people.find(person));
    }

    private static Response answer(Response.ResponseBuilder response, Person person) {
        return response.tag(Long.toString(person.version()))
                .entity(PersonJson.of(person))
                .build();
    }
}
