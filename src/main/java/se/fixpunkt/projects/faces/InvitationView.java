package se.fixpunkt.projects.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixpunkt.projects.InvitationOffer;
import se.fixpunkt.projects.InvitationSpent;
import se.fixpunkt.projects.Invitations;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.faces.ShellView;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.PersonName;

/** What a link in an invitation's letter leads to. Open to anybody who has the link. */
@Named
@RequestScoped
public class InvitationView {
    private final Invitations invitations;
    private final Caller caller;
    private final ShellView shell;
    private final FacesContext faces;
    private String token;
    private String name;
    private String password;
    private boolean welcome;
    private InvitationOffer offer;

    @Inject
    public InvitationView(Invitations invitations, Caller caller, ShellView shell, FacesContext faces) {
        this.invitations = invitations;
        this.caller = caller;
        this.shell = shell;
        this.faces = faces;
    }

    /**
     * A form sent back is only heard if the offer it stands under is known by then, which is before the page's own
     * parameters are read.
     */
    @PostConstruct
    void known() {
        token = faces.getExternalContext().getRequestParameterMap().get("token");
        if (faces.isPostback()) {
            load();
        }
    }

    /** Leaves the offer empty when the link is no good: the page then says what to do. */
    public void load() {
        if (welcome) {
            return;
        }
        try {
            offer = invitations.offer(token);
        } catch (NotFound | InvitationSpent spent) {
            offer = null;
        }
    }

    public String join() {
        ProjectId project = invitations.accept(token);
        return "/projects/project?faces-redirect=true&id=" + project;
    }

    public String joinAsNewcomer() {
        invitations.acceptAsNewcomer(
                token, new PersonName(name), Language.of(shell.getLanguage()), new Password(password));
        return "/projects/invitation?faces-redirect=true&welcome=true";
    }

    public InvitationOffer getOffer() {
        return offer;
    }

    public boolean isSignedIn() {
        return caller.person().isPresent();
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isWelcome() {
        return welcome;
    }

    public void setWelcome(boolean welcome) {
        this.welcome = welcome;
    }
}
