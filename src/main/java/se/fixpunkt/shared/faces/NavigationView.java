package se.fixpunkt.shared.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.NavigationItem;
import se.fixpunkt.shared.Profile;
import se.fixpunkt.shared.SignOut;

/** Who is signed in, and where he can go. */
@Named("navigation")
@RequestScoped
public class NavigationView {
    private final Instance<NavigationItem> contributed;
    private final Instance<Profile> profile;
    private final Instance<SignOut> signOut;
    private final Caller caller;
    private final TextsView texts;
    private final HttpServletRequest request;
    private boolean signedIn;
    private String person = "";
    private String organisation = "";
    private List<Entry> items = List.of();

    @Inject
    NavigationView(
            @Any Instance<NavigationItem> contributed,
            Instance<Profile> profile,
            Instance<SignOut> signOut,
            Caller caller,
            TextsView texts,
            HttpServletRequest request) {
        this.contributed = contributed;
        this.profile = profile;
        this.signOut = signOut;
        this.caller = caller;
        this.texts = texts;
        this.request = request;
    }

    @PostConstruct
    void load() {
        signedIn = caller.person().isPresent();
        if (signedIn) {
            person = caller.name();
            organisation = profile.isResolvable() ? profile.get().organisationName() : "";
            String page = page();
            items = contributed.stream()
                    .filter(NavigationItem::visible)
                    .sorted(Comparator.comparingInt(NavigationItem::order))
                    .map(item -> new Entry(
                            item.label(), texts.get(item.label()), item.icon(), item.path(), item.holds(page)))
                    .toList();
        }
    }

    public boolean isSignedIn() {
        return signedIn;
    }

    public String getPerson() {
        return person;
    }

    public String getOrganisation() {
        return organisation;
    }

    public List<Entry> getItems() {
        return items;
    }

    /** Ends the session and leads to the sign-in page. */
    public String signOut() {
        if (signOut.isResolvable()) {
            signOut.get().signOut();
        }
        return "/signin/sign-in?faces-redirect=true";
    }

    private String page() {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.endsWith(".xhtml") ? path.substring(0, path.length() - ".xhtml".length()) : path;
    }

    /**
     * @param key the label's key, under which live counts find the entry
     * @param current whether the page lies under it
     */
    public record Entry(String key, String label, String icon, String path, boolean current) {}
}
