package se.fixpunkt.bills.domain;

/** What the header block above a bill's table can tell; in a workbook the value stands in the cell below its label. */
public enum HeaderField {
    TITLE("title"),
    STATUS("status"),
    PROJECT("project"),
    DOCUMENT_NUMBER("documentNumber"),
    DATE("date"),
    REVISION("revision"),
    PAGE("page"),
    HANDLED_BY("handledBy"),
    ASSIGNMENT_NUMBER("assignmentNumber"),
    CONTENT("content"),
    CHANGED("changed"),
    TOTAL("total");

    private final String contractName;

    HeaderField(String contractName) {
        this.contractName = contractName;
    }

    /** The name in the outer contract, e.g. {@code documentNumber}. */
    public String contractName() {
        return contractName;
    }
}
