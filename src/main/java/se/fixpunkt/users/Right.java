package se.fixpunkt.users;

/** What a person may do in the whole organisation, outside any project. */
public enum Right {
    /** Create, change and end people and their rights (huvudadministratör). */
    MANAGE_PEOPLE,
    /** Open new projects. */
    OPEN_PROJECTS,
    /** See the queue, take, note, hand over and close alarms. */
    HANDLE_ALARMS,
    /** See and change the device register. */
    MANAGE_DEVICES,
    /** Read devices' conversations, down to raw bytes. */
    READ_COMMUNICATION,
    /** Read the organisation's journal. */
    READ_JOURNAL,
    /** Answer chats and tickets. */
    ANSWER_SUPPORT,
    /** See how the servers, the database, backups and queues are; for IT staff of the organisation that runs Fixpunkt. */
    WATCH_OPERATIONS
}
