package se.fixpunkt.architecture.violators.archive.domain;

import jakarta.inject.Inject;

/** A rule of the trade that wants a container. */
public class ImpureDomain {
    private final Paper paper;

    @Inject
    public ImpureDomain(Paper paper) {
        this.paper = paper;
    }

    public Paper paper() {
        return paper;
    }
}
