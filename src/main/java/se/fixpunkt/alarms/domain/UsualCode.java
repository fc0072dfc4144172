package se.fixpunkt.alarms.domain;

/** An event code as the protocols' documents explain it. */
public record UsualCode(CodeList list, String code, EventMeaning meaning, String swedish, String english) {}
