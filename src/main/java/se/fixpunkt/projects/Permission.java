package se.fixpunkt.projects;

/** What a member may do in one project. A role is a set of these, adjustable by the project's administrator. */
public enum Permission {
    /** See the project, its members and its bills. */
    READ,
    /** Enter unit rates and lump sums. */
    PRICE,
    /** Import bills and change texts, units and quantities. */
    EDIT_BILLS,
    /** Issue revisions. */
    ISSUE,
    /** Enter measured quantities. */
    MEASURE,
    /** Review withdrawal requests. */
    REVIEW,
    /** Download exports. */
    EXPORT,
    /** Read the project's journal. */
    READ_JOURNAL,
    /** Invite people, change roles, demand second factors. */
    ADMINISTER
}
