package se.fixpunkt.alarms.faces;

import se.fixpunkt.alarms.Contact;

/** One contact in a form; empty lines are no contacts. */
public final class ContactLine {
    private String name = "";
    private String phone = "";
    private String relation = "";

    static ContactLine of(Contact contact) {
        ContactLine line = new ContactLine();
        line.name = contact.name();
        line.phone = contact.phone();
        line.relation = contact.relation();
        return line;
    }

    boolean isEmpty() {
        return blank(name) && blank(phone) && blank(relation);
    }

    Contact toContact() {
        return new Contact(name, phone, relation);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getRelation() {
        return relation;
    }

    public void setRelation(String relation) {
        this.relation = relation;
    }
}
