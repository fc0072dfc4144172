package se.fixpunkt.bills.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

/** Bills through the contract, as a program outside uses them. */
class BillsIT {
    private static final Logger LOG = Logger.getLogger(BillsIT.class.getName());
    private static final String[] SCHAKT = {
        "CBB.1;Schakt för väg;;;;",
        ";Kategori A, jord;m3;3717,5;118,00;438665,00",
        ";Kategori B, jord med block;m3;1 250;164,50;205625,00",
        ";Handgrävning;h;0;685;",
        "CBB.2;Schakt för bro;;;;",
        ";Spont;m2;312;;",
        "DCB.1;Bärlager;;;;",
        ";Bärlager till överbyggnad;m2;100;55,5;5550,00"
    };

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final TestProject project = TestProject.open(fixpunkt);
    private final Api api = project.opener();

    @Test
    void importsAFileIntoAProject() {
        JsonObject imported = api.upload(
                        project.bills(), "prov.csv", TestProject.csv(SCHAKT), Map.of("title", "MF 10 Väg"))
                .expect(201)
                .json();

        assertEquals("MF 10 Väg", imported.getString("title"));
        assertEquals("open", imported.getString("state"));
        assertEquals("649840.00", imported.getString("total"));
        assertEquals(8, imported.getJsonObject("import").getInt("rows"));
        assertEquals(5, imported.getJsonObject("import").getInt("items"));
        assertTrue(imported.getJsonObject("import").containsKey("problems"));
        JsonObject listed = api.get(project.bills()).expect(200).items().getJsonObject(0);
        assertEquals(imported.getString("id"), listed.getString("id"));
        assertEquals("649840.00", listed.getString("total"));
    }

    @Test
    void previewStoresNothing() {
        JsonObject report = api.upload(
                        project.bills() + "?preview=true", "prov.csv", TestProject.csv(SCHAKT), Map.of("title", "x"))
                .expect(200)
                .json()
                .getJsonObject("import");

        assertEquals(8, report.getInt("rows"));
        assertTrue(api.get(project.bills()).expect(200).items().isEmpty());
    }

    @Test
    void refusesAFileWithoutAnythingToImport() {
        for (String content : List.of("", "hej", "%PDF-1.7", "KOD;TEXT;ENHET;MÄNGD;À-PRIS;BELOPP\n")) {
            Api.Answer answer = api.upload(
                    project.bills(), "prov.xlsx", content.getBytes(StandardCharsets.UTF_8), Map.of("title", "x"));

            assertEquals("nothing-to-import", answer.expect(422).problem());
            assertFalse(answer.json().getString("reason").isEmpty());
        }
        assertTrue(api.get(project.bills()).expect(200).items().isEmpty());
        assertEquals(
                0,
                fixpunkt.sql("SELECT id FROM bill WHERE project_id = ?", project.id())
                        .size());
    }

    @Test
    void refusesABillWithoutAName() {
        assertEquals(
                "title",
                api.upload(project.bills(), "prov.csv", TestProject.csv(SCHAKT), Map.of("title", "  "))
                        .expect(422)
                        .json()
                        .getString("field"));
    }

    @Test
    void aDraftIsSeenByEditorsUntilItIsAccepted() {
        Api member = project.member("member");
        String draft = api.upload(
                        project.bills() + "?draft=true", "prov.csv", TestProject.csv(SCHAKT), Map.of("title", "Utkast"))
                .expect(201)
                .json()
                .getString("id");

        assertEquals("draft", api.get("bills/" + draft).expect(200).json().getString("state"));
        member.get("bills/" + draft).expect(404);
        assertTrue(member.get(project.bills()).expect(200).items().isEmpty());

        assertEquals(
                "open",
                api.post("bills/" + draft + "/accept", null).expect(200).json().getString("state"));
        member.get("bills/" + draft).expect(200);
        assertEquals(
                "bill-already-accepted",
                api.delete("bills/" + draft).expect(409).problem());
    }

    @Test
    void aDiscardedDraftLeavesNothing() {
        String draft = api.upload(
                        project.bills() + "?draft=true", "prov.csv", TestProject.csv(SCHAKT), Map.of("title", "Utkast"))
                .expect(201)
                .json()
                .getString("id");

        api.delete("bills/" + draft).expect(204);

        api.get("bills/" + draft).expect(404);
        assertTrue(
                fixpunkt.sql("SELECT id FROM bill_row WHERE bill_id = ?", draft).isEmpty());
    }

    @Test
    void aStrangerFindsNothing() {
        String bill = project.bill(SCHAKT);
        String row = rows(bill).get(1).getString("id");
        Api stranger = project.stranger();

        stranger.get(project.bills()).expect(404);
        stranger.upload(project.bills(), "prov.csv", TestProject.csv(SCHAKT), Map.of("title", "x"))
                .expect(404);
        for (String path :
                List.of("", "/rows", "/rows/" + row, "/codes", "/codes/total?code=C", "/export?format=csv")) {
            stranger.get("bills/" + bill + path).expect(404);
        }
        stranger.patch("bills/" + bill + "/rows/" + row, Map.of("unitRate", "1"), "\"0\"")
                .expect(404);
        stranger.post("bills/" + bill + "/accept", null).expect(404);
        stranger.delete("bills/" + bill).expect(404);
        assertEquals(
                api.get("bills/" + UUID.randomUUID()).text(),
                stranger.get("bills/" + bill).text());
        fixpunkt.api().get("bills/" + bill).expect(401);
        api.get("bills/no-id").expect(404);
    }

    @Test
    void givesRowsInPagesAndByPlace() {
        String bill = project.bill(SCHAKT);
        JsonObject first =
                api.get("bills/" + bill + "/rows?limit=3").expect(200).json();
        JsonObject second = api.get("bills/" + bill + "/rows?limit=3&after=" + first.getString("next"))
                .expect(200)
                .json();

        assertEquals(8, first.getInt("total"));
        assertEquals(4, second.getJsonArray("items").getJsonObject(0).getInt("position"));
        JsonObject jumped =
                api.get("bills/" + bill + "/rows?offset=7&limit=3").expect(200).json();
        assertEquals(8, jumped.getJsonArray("items").getJsonObject(0).getInt("position"));
        assertTrue(!jumped.containsKey("next") || jumped.isNull("next"));
        api.get("bills/" + bill + "/rows?after=x").expect(422);
        api.get("bills/" + bill + "/rows?offset=-1").expect(422);
    }

    @Test
    void aRowSaysWhatTheContractNames() {
        String bill = project.bill(SCHAKT);

        JsonObject heading = rows(bill).get(0);
        JsonObject item = rows(bill).get(1);
        JsonObject rateOnly = rows(bill).get(3);

        assertEquals("heading", heading.getString("kind"));
        assertEquals("644290.00", heading.getString("total"));
        assertEquals("CBB.1", item.getString("code"));
        assertEquals("3717.5", item.getString("quantity"));
        assertEquals("118.00", item.getString("unitRate"));
        assertEquals("438665.00", item.getString("amount"));
        assertEquals("rateOnly", rateOnly.getString("kind"));
        assertEquals("0", rateOnly.getString("quantity"));
    }

    @Test
    void findsByCodeByTextAndByEitherInOneField() {
        String bill = project.bill(SCHAKT);

        assertEquals(6, found(bill, "code=CBB"));
        assertEquals(4, found(bill, "code=CBB.1"));
        assertEquals(2, found(bill, "text=JORD"));
        assertEquals(6, found(bill, "find=cbb"));
        assertEquals(1, found(bill, "find=spont"));
        assertEquals(1, found(bill, "code=CBB.1&text=block"));
        assertEquals(1, found(bill, "missingRate=true"));
        assertEquals(0, found(bill, "text=%25"));
        assertEquals(0, found(bill, "find=" + "x".repeat(3000)));
    }

    @Test
    void tellsTheCodesLevelByLevel() {
        String bill = project.bill(SCHAKT);

        List<JsonObject> top =
                api.get("bills/" + bill + "/codes").expect(200).items().getValuesAs(JsonObject.class);
        List<JsonObject> below = api.get(
                        "bills/" + bill + "/codes?under=" + top.get(0).getString("code"))
                .expect(200)
                .items()
                .getValuesAs(JsonObject.class);

        assertEquals(6, top.get(0).getInt("rows"));
        assertEquals("644290.00", top.get(0).getString("total"));
        assertEquals(
                List.of("CBB.1", "CBB.2"),
                below.stream().map(code -> code.getString("code")).toList());
        assertEquals("Schakt för väg", below.get(0).getString("text"));
        assertEquals(
                "5550.00",
                api.get("bills/" + bill + "/codes/total?code=D")
                        .expect(200)
                        .json()
                        .getString("total"));
    }

    @Test
    void aNewRateChangesAmountTotalAndVersion() {
        String bill = project.bill(SCHAKT);
        JsonObject row = rows(bill).get(2);

        Api.Answer changed = api.patch(path(bill, row), Map.of("unitRate", "200.5"), tag(row))
                .expect(200);

        assertEquals("200.5", changed.json().getString("unitRate"));
        assertEquals("250625.00", changed.json().getString("amount"));
        assertEquals(
                "\"" + changed.json().getInt("version") + "\"",
                changed.header("ETag").orElseThrow());
        assertEquals("694840.00", api.get("bills/" + bill).expect(200).json().getString("total"));
        assertEquals("689290.00", rows(bill).get(0).getString("total"));
    }

    @Test
    void theSecondOfTwoPeopleIsToldWhatHoldsNow() {
        String bill = project.bill(SCHAKT);
        Api member = project.member("member");
        JsonObject seenByBoth = rows(bill).get(2);
        api.patch(path(bill, seenByBoth), Map.of("unitRate", "111"), tag(seenByBoth))
                .expect(200);

        Api.Answer late = member.patch(path(bill, seenByBoth), Map.of("unitRate", "222"), tag(seenByBoth))
                .expect(412);

        JsonObject current = late.json().getJsonObject("current");
        assertEquals("111", current.getString("unitRate"));
        assertEquals("111", rows(bill).get(2).getString("unitRate"));
        member.patch(path(bill, seenByBoth), Map.of("unitRate", "222"), "\"" + current.getInt("version") + "\"")
                .expect(200);
        assertEquals("222", rows(bill).get(2).getString("unitRate"));
    }

    @Test
    void ofManyAtOnceExactlyOneWinsEachVersion() throws Exception {
        String bill = project.bill(SCHAKT);
        JsonObject row = rows(bill).get(1);
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> tries = IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<Integer>)
                            () -> api.patch(path(bill, row), Map.of("unitRate", String.valueOf(i + 1)), tag(row))
                                    .status())
                    .toList();
            List<Integer> statuses =
                    people.invokeAll(tries).stream().map(BillsIT::answered).toList();

            assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
            assertEquals(15, statuses.stream().filter(status -> status == 412).count(), statuses::toString);
        } finally {
            people.shutdown();
        }
    }

    @Test
    void changingDifferentRowsAtOnceLosesNothing() throws Exception {
        String[] lines = IntStream.range(0, 20)
                .mapToObj(i -> "CBB.1;Rad " + i + ";st;1;;")
                .toArray(String[]::new);
        String bill = project.bill(lines);
        List<JsonObject> all = rows(bill);
        ExecutorService people = Executors.newFixedThreadPool(10);
        try {
            List<Callable<Integer>> changes = all.stream()
                    .map(row -> (Callable<Integer>) () -> api.patch(path(bill, row), Map.of("unitRate", "10"), tag(row))
                            .status())
                    .toList();
            assertTrue(people.invokeAll(changes).stream().map(BillsIT::answered).allMatch(status -> status == 200));
        } finally {
            people.shutdown();
        }
        assertEquals("200.00", api.get("bills/" + bill).expect(200).json().getString("total"));
    }

    @Test
    void aMemberPricesButDoesNotChangeTheClientsText() {
        String bill = project.bill(SCHAKT);
        Api member = project.member("member");
        JsonObject row = rows(bill).get(1);

        member.patch(path(bill, row), Map.of("text", "Annan"), tag(row)).expect(403);
        member.patch(path(bill, row), Map.of("quantity", "1", "unitRate", "1"), tag(row))
                .expect(403);
        member.patch(path(bill, row), Map.of("unitRate", "1"), tag(row)).expect(200);
        member.upload(project.bills(), "prov.csv", TestProject.csv(SCHAKT), Map.of("title", "x"))
                .expect(403);
    }

    @Test
    void refusesValuesThatAreNone() {
        String bill = project.bill(SCHAKT);
        JsonObject row = rows(bill).get(1);

        for (String value : List.of("6,66", "1e9", "-1", "NaN", "0.00001", "1".repeat(40), "=1+1")) {
            api.patch(path(bill, row), Map.of("unitRate", value), tag(row)).expect(422);
        }
        api.patch(path(bill, row), Map.of("position", "1"), tag(row)).expect(422);
        api.patch(path(bill, row), Map.of("unitRate", List.of()), tag(row)).expect(422);
        api.patch(path(bill, row), Map.of(), tag(row)).expect(422);
        api.patch(path(bill, row), Map.of("unitRate", "1")).expect(428);
        api.patch(path(bill, row), Map.of("unitRate", "1"), "\"other\"").expect(412);
        assertEquals("118.00", rows(bill).get(1).getString("unitRate"));
    }

    @Test
    void whatIsExportedImportsAsTheSame() {
        String bill = project.bill(SCHAKT);
        for (String format : List.of("xlsx", "csv")) {
            Api.Answer export =
                    api.get("bills/" + bill + "/export?format=" + format).expect(200);
            assertTrue(export.header("Content-Disposition")
                    .orElse("")
                    .contains("filename*=UTF-8''MF%2010%20V%C3%A4g." + format));

            String again = api.upload(project.bills(), "igen." + format, export.bytes(), Map.of("title", "Igen"))
                    .expect(201)
                    .json()
                    .getString("id");

            assertEquals(withoutIdentity(bill), withoutIdentity(again));
        }
        api.get("bills/" + bill + "/export?format=doc").expect(422);
    }

    @Test
    void theJournalTellsOfImportAndChange() {
        String bill = project.bill(SCHAKT);
        JsonObject row = rows(bill).get(1);
        api.patch(path(bill, row), Map.of("unitRate", "99"), tag(row)).expect(200);

        String journal = api.get("journal?subject=" + bill).expect(200).text();

        assertTrue(journal.contains("99"), journal);
        assertTrue(journal.contains("prov.csv"), journal);
    }

    @Test
    void importsTenThousandRows() throws IOException {
        byte[] workbook = workbook(10_000);
        // Twice: the first also pays for a server that has just started. The log has the times; the goal is 5 s.
        millisToImport(workbook, 10_000);
        millisToImport(workbook, 10_000);
    }

    private void millisToImport(byte[] workbook, int rows) {
        long start = System.nanoTime();
        JsonObject imported = api.upload(project.bills(), "stor.xlsx", workbook, Map.of("title", "Stor"))
                .expect(201)
                .json();
        long took = (System.nanoTime() - start) / 1_000_000;
        LOG.info(() -> rows + " rows of xlsx imported in " + took + " ms");
        assertEquals(rows, imported.getJsonObject("import").getInt("rows"));
    }

    private static Integer answered(Future<Integer> status) {
        try {
            return status.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private int found(String bill, String query) {
        return api.get("bills/" + bill + "/rows?" + query).expect(200).json().getInt("total");
    }

    private List<JsonObject> rows(String bill) {
        return api.get("bills/" + bill + "/rows?limit=500").expect(200).items().getValuesAs(JsonObject.class);
    }

    private List<String> withoutIdentity(String bill) {
        return rows(bill).stream()
                .map(row -> row.getInt("position")
                        + row.getString("kind")
                        + row.getString("code", "-")
                        + row.getString("text")
                        + row.getString("unit", "-")
                        + row.getString("quantity", "-")
                        + row.getString("unitRate", "-")
                        + row.getString("amount", "-"))
                .toList();
    }

    private static String path(String bill, JsonObject row) {
        return "bills/" + bill + "/rows/" + row.getString("id");
    }

    private static String tag(JsonObject row) {
        return "\"" + row.getInt("version") + "\"";
    }

    private static byte[] workbook(int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            SXSSFSheet sheet = workbook.createSheet("MF");
            cells(sheet.createRow(0), "KOD", "TEXT", "ENHET", "MÄNGD", "À-PRIS", "BELOPP");
            for (int i = 0; i < rows; i++) {
                Row row = sheet.createRow(i + 1);
                String code = "CB" + (char) ('A' + i / 400) + "." + (i / 20 % 20 + 1);
                cells(row, code, "Schakt för väg och ledning, läge " + i, "m3");
                row.createCell(3).setCellValue(i + 0.5);
                row.createCell(4).setCellValue(118);
            }
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static void cells(Row row, String... values) {
        for (int i = 0; i < values.length; i++) {
            row.createCell(i).setCellValue(values[i]);
        }
    }
}
