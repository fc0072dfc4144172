package se.fixpunkt.shared.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The way in: the first place that the person has something to do at, or the sign-in page. */
@Named("start")
@RequestScoped
public class StartView {
    private final NavigationView navigation;

    @Inject
    StartView(NavigationView navigation) {
        this.navigation = navigation;
    }

    public String go() {
        if (!navigation.isSignedIn()) {
            return "/signin/sign-in?faces-redirect=true";
        }
        return navigation.getItems().stream()
                        .findFirst()
                        .map(NavigationView.Entry::path)
                        .orElse("/help/components")
                + "?faces-redirect=true";
    }
}
