package se.fixpunkt.alarms.rest;

import jakarta.ws.rs.QueryParam;
import se.fixpunkt.alarms.Communication.Search;

/** What a conversation is searched for, as it stands in the address. */
public class SearchParameters {
    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("newest")
    private boolean newest;

    @QueryParam("text")
    private String text;

    @QueryParam("kind")
    private String kind;

    @QueryParam("verdict")
    private String verdict;

    @QueryParam("peer")
    private String peer;

    @QueryParam("direction")
    private String direction;

    Search search() {
        return new Search(Given.span(from, to, newest), text, kind, verdict, peer, direction);
    }
}
