package se.fixpunkt.bills.exchange.xlsx;

/** The parts of a written workbook that are always the same. */
final class WorkbookXml {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String SHEET = "Mängdförteckning";

    static final String CONTENT_TYPES = DECLARATION
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("/xl/workbook.xml", "sheet.main")
            + override("/xl/worksheets/sheet1.xml", "worksheet")
            + override("/xl/styles.xml", "styles")
            + "</Types>";

    static final String ROOT_RELATIONS = DECLARATION + "<Relationships xmlns=\"" + RELATIONS + "\">"
            + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>";

    static final String WORKBOOK_RELATIONS = DECLARATION + "<Relationships xmlns=\"" + RELATIONS + "\">"
            + relation("rId1", "worksheet", "worksheets/sheet1.xml")
            + relation("rId2", "styles", "styles.xml") + "</Relationships>";

    private WorkbookXml() {}

    /** @param headingRow the row, from 1, that is printed on every page */
    static String workbook(int headingRow) {
        return DECLARATION + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">"
                + "<sheets><sheet name=\"" + SHEET + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
                + "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'" + SHEET + "'!$"
                + headingRow + ":$" + headingRow + "</definedName></definedNames></workbook>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
