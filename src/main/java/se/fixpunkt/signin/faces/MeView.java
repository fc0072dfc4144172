package se.fixpunkt.signin.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.signin.Session;
import se.fixpunkt.signin.Sessions;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonName;
import se.fixpunkt.users.Self;

/** One's own account: name, language, and where one is signed in. Sessions are ended through REST, by {@code users-me.js}. */
@Named
@RequestScoped
public class MeView {
    private final Self self;
    private final Sessions sessions;
    private final Browser browser;
    private Person person;
    private String organisation;
    private String name;
    private String language;
    private List<SessionLine> lines = List.of();

    @Inject
    public MeView(Self self, Sessions sessions, Browser browser) {
        this.self = self;
        this.sessions = sessions;
        this.browser = browser;
    }

    public void load() {
        person = self.me();
        organisation = self.myOrganisation().name();
        lines = sessions.mine().stream().map(SessionLine::of).toList();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            name = person.name();
            language = person.language().tag();
        }
    }

    public void save() {
        try {
            Person saved = self.change(new PersonName(name), Language.of(language));
            browser.speak(saved.language().locale());
            browser.go("/users/me?saved=true", new LocalPath(null));
        } catch (InvalidValue refused) {
            browser.tell(refused);
        }
    }

    public Person getPerson() {
        return person;
    }

    public String getOrganisation() {
        return organisation;
    }

    public List<SessionLine> getLines() {
        return lines;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    /** @param device what the browser says it is, in a few words; the whole of it is in {@code session} */
    public record SessionLine(Session session, String device, String name, String icon) {
        static SessionLine of(Session session) {
            Device device = Device.of(session.agent());
            return new SessionLine(
                    session,
                    device.words(),
                    session.name().orElse(""),
                    switch (session.kind()) {
                        case BROWSER -> device.phone() ? "smartphone" : "monitor";
                        case ACCESS -> "terminal";
                        case PERSONAL -> "key-round";
                    });
        }
    }
}
