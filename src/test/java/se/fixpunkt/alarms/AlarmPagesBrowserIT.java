package se.fixpunkt.alarms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.receiver.Dc09Client;
import se.fixpunkt.harness.AtBest;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.RunningFixpunkt;

class AlarmPagesBrowserIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static Chromium chromium;

    private final Desk desk = new Desk();

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.start(RunningFixpunkt.get().url());
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @AfterEach
    void noScriptFailed() {
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void twoOperatorsSeeTheSameAlarmAndOneTakesItToTheEnd() {
        JsonObject device = desk.device();
        Page one = desk("sv", 1440, 900);
        Page two = desk("sv", 390, 844);

        AtomicReference<String> seen = new AtomicReference<>();
        AtBest.within("an alarm in sight", Duration.ofMillis(1500), () -> {
            seen.set(desk.alarm(device, 1));
            return AtBest.of(() -> row(one, seen.get()).waitFor());
        });
        String alarm = seen.get();
        assertThat(row(two, alarm)).isVisible();
        assertThat(row(one, alarm)).containsText("Fall");
        picture(one, "desk-new-1440");
        picture(two, "desk-queue-390");

        row(one, alarm).click();
        assertThat(one.locator("#take")).isVisible();
        accessible(one);
        one.keyboard().press("t");
        assertThat(one.locator("#close")).isVisible();
        assertThat(row(two, alarm)).containsText("Operatör");
        row(two, alarm).click();
        assertThat(two.locator("#owner")).containsText("Taget av Operatör");
        assertThat(two.locator("#take")).isHidden();
        picture(two, "desk-taken-390");
        accessible(two);

        one.locator("#note").fill("Ringde upp, <b>inget</b> svar");
        one.keyboard().press("Enter");
        assertThat(one.locator("#events")).containsText("Ringde upp, <b>inget</b> svar");
        assertThat(two.locator("#events")).containsText("Ringde upp");
        picture(one, "desk-hand-1440");

        one.locator("#close").click();
        one.locator("#close-save").click();
        assertThat(one.locator("#close-problem")).not().isEmpty();
        one.locator("input[name=disposition][value=false-alarm]").check();
        one.locator("#close-text").fill("Tryckte av misstag");
        picture(one, "desk-close-1440");
        one.locator("#close-save").click();
        assertThat(row(one, alarm)).isHidden();
        assertThat(row(two, alarm)).isHidden();
        assertThat(two.locator("#events")).containsText("Falskt larm");
    }

    @Test
    void theDeskSaysWhenItHasLostTheServer() {
        Page page = desk("sv", 1440, 900);
        page.context().setOffline(true);
        assertThat(page.locator("#connection")).containsText("Återansluter", patience(120_000));
        assertThat(page.locator("#stale")).isVisible();
        page.context().setOffline(false);
        assertThat(page.locator("#connection")).containsText("Ansluten", patience(60_000));
    }

    @Test
    void arrowsMoveThroughTheQueueAndTheDeskSpeaksEnglish() {
        JsonObject device = desk.device();
        String urgent = desk.alarm(device, 1);
        // One to move to, whatever other tests have left in the queue.
        String second = desk.alarm(device, 2);
        Page page = desk("en", 1440, 900);
        assertThat(page.locator("#connection")).containsText("Connected");
        assertThat(row(page, urgent)).isVisible();
        assertThat(row(page, second)).isVisible();
        page.keyboard().press("j");
        String first = page.locator("#queue .al.on").getAttribute("data-id");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#queue .al.on")).not().hasAttribute("data-id", first);
        page.keyboard().press("k");
        assertThat(page.locator("#queue .al.on")).hasAttribute("data-id", first);
        assertThat(page).hasURL(Pattern.compile(".*id=" + first + ".*"));
        accessible(page);
    }

    @Test
    void fixpunktsOwnWordsAreInTheReadersLanguageAndADevicesOwnAreNot() {
        JsonObject device = desk.device();
        String silent = desk.alarm(device, 5);
        String own = desk.alarm(device, 5);
        desk.fixpunkt.sql(
                "UPDATE alarm SET kind = 'silence', text = 'Enheten har inte hörts sedan 2026-01-02 13:14.' WHERE id = ?",
                silent);
        Page english = desk("en", 1440, 900);
        assertThat(row(english, silent)).containsText("The device has not been heard since 2026-01-02 13:14.");
        assertThat(row(english, own)).containsText("Hallen");
        assertThat(row(desk("sv", 1440, 900), silent)).containsText("Enheten har inte hörts sedan");
    }

    @Test
    void aTechnicianRegistersADeviceAndFollowsItsConversation() {
        Page page = visit(desk.email("MANAGE_DEVICES", "READ_COMMUNICATION"), 1440, 900);
        page.navigate(desk.fixpunkt.url() + "/alarms/devices");
        accessible(page);
        page.locator("#register").click();
        accessible(page);
        String identity = Desk.identity();
        page.locator("[id='device:protocol']").selectOption("dc09");
        page.locator("[id='device:identity']").fill("#" + identity);
        page.locator("[id='device:name']").fill("Pumpstation Åby");
        page.locator("[id='device:key']").fill("för kort");
        page.locator("[id='device:save']").click();
        assertThat(page.locator("[id='device:keyError']")).containsText("nyckel");
        assertThat(page.locator("[id='device:key']")).isFocused();
        picture(page, "device-registration-1440");
        page.locator("[id='device:key']").fill("0123456789ABCDEF");
        page.locator("[id='device:supervisionSeconds']").fill("180");
        page.locator("[id='device:save']").click();
        assertThat(page.locator("h1")).containsText("Pumpstation Åby");
        assertThat(page.locator(".messages")).containsText("registrerad");
        assertThat(page.locator("#talk-empty")).isVisible();
        accessible(page);

        String id = page.url().replaceAll(".*id=", "");
        desk.line(
                id,
                identity,
                "in",
                "\n83DB0076\"*SIA-DCS\"0421L0#1234[\r".getBytes(StandardCharsets.US_ASCII),
                Instant.now());
        assertThat(page.locator("#talk > li")).hasCount(1);
        page.locator("#talk summary").first().click();
        assertThat(page.locator("#talk pre").first()).containsText("38 33 44 42");
        picture(page, "device-1440");
        accessible(page);

        page.locator("#change").click();
        page.locator("[id='device:name']").fill("Pumpstation Öby");
        accessible(page);
        page.locator("[id='device:save']").click();
        assertThat(page.locator("h1")).containsText("Pumpstation Öby");
        page.locator("#change").click();
        page.locator("[data-dialog=remove-dialog]").click();
        page.locator("[id='removal:remove']").click();
        assertThat(page).hasURL(Pattern.compile(".*/alarms/devices.*"));
        picture(page, "devices-1440");
    }

    @Test
    void everythingThatIsWrongInTheDeviceFormIsToldAtOnceAndTheFirstHasTheFocus() {
        Page page = visit(desk.email("MANAGE_DEVICES"), 1440, 900);
        page.navigate(desk.fixpunkt.url() + "/alarms/device-registration?protocol=scaip&identity=" + Desk.identity());
        page.locator("[id='device:key']").fill("två ord");
        page.locator("[id='device:supervisionSeconds']").fill("tio");
        page.locator("[id='device:latitude']").fill("norrut");
        page.locator("[id='device:alarmLimit']").fill("9999");
        page.locator("[id='device:save']").click();
        assertThat(page.locator("[id='device:nameError']")).containsText("namn");
        assertThat(page.locator("[id='device:keyError']")).containsText("nyckel");
        assertThat(page.locator("[id='device:supervisionSecondsError']")).containsText("siffror");
        assertThat(page.locator("[id='device:latitudeError']")).containsText("grader");
        assertThat(page.locator("[id='device:longitudeError']")).containsText("latitud och longitud");
        assertThat(page.locator("[id='device:alarmLimitError']")).containsText("1000");
        assertThat(page.locator("[id='device:name']")).isFocused();
        assertThat(page.locator("[id='device:supervisionSeconds']")).hasValue("tio");
        picture(page, "device-faults-1440");
        accessible(page);

        page.locator("[id='device:name']").fill("Bod 3");
        page.locator("[id='device:key']").fill("hemlig");
        page.locator("[id='device:supervisionSeconds']").fill("180");
        page.locator("[id='device:latitude']").fill("");
        page.locator("[id='device:alarmLimit']").fill("");
        page.locator("[id='device:save']").click();
        assertThat(page.locator("h1")).containsText("Bod 3");
        page.locator("#change").click();
        page.locator("[id='device:name']").fill(" ");
        page.locator("[id='device:supervisionSeconds']").fill("1");
        page.locator("[id='device:save']").click();
        assertThat(page.locator("[id='device:nameError']")).containsText("namn");
        assertThat(page.locator("[id='device:supervisionSecondsError']")).containsText("604800");
        assertThat(page.locator("[id='device:name']")).isFocused();
    }

    @Test
    void aTechnicianSearchesTheConversationAndTakesALineToTheFrameCheck() {
        JsonObject device = desk.device();
        String id = device.getString("id");
        Instant now = Instant.now();
        desk.line(
                id,
                device.getString("identity"),
                "in",
                "<mrq><ref>7</ref></mrq>".getBytes(StandardCharsets.US_ASCII),
                now);
        desk.line(
                id,
                device.getString("identity"),
                "out",
                "<mrs/>".getBytes(StandardCharsets.US_ASCII),
                now.plusMillis(5));
        Page page = visit(desk.email("READ_COMMUNICATION", "MANAGE_DEVICES"), 1440, 900);
        page.navigate(desk.fixpunkt.url() + "/alarms/device?id=" + id);
        assertThat(page.locator("#talk > li")).hasCount(2);
        page.locator("#search [name=direction]").selectOption("in");
        assertThat(page.locator("#talk > li")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*direction=in.*"));
        page.locator("#search [name=text]").fill("nothing like this");
        page.keyboard().press("Enter");
        assertThat(page.locator("#talk-nothing")).isVisible();
        accessible(page);
        page.locator("#search [type=reset]").click();
        assertThat(page.locator("#talk > li")).hasCount(2);
        page.locator("#talk summary").last().click();
        page.locator("#talk .check").last().click();
        assertThat(page.locator("#frame-findings .bad")).containsText("cid");
        assertThat(page.locator("#frame-answers")).containsText("<snu>7</snu>");
        picture(page, "frame-check-1440");
        accessible(page);
    }

    @Test
    void aLateLineTakesItsPlaceInTheConversationAndAnOlderOneThanAskedForStaysOut() {
        JsonObject device = desk.device();
        String id = device.getString("id");
        // 13:00 in Sweden
        Instant from = Instant.parse("2026-01-02T12:00:00Z");
        line(device, "newest", from.plusSeconds(50));
        Page page = visit(desk.email("READ_COMMUNICATION"), 1440, 900);
        page.navigate(desk.fixpunkt.url() + "/alarms/device?id=" + id + "&from=2026-01-02T13:00");
        assertThat(page.locator("#talk > li")).hasCount(1);

        line(device, "older than asked for", from.minusSeconds(2));
        line(device, "late", from.plusSeconds(1));

        assertThat(page.locator("#talk > li")).hasCount(2);
        page.locator("#talk summary").last().click();
        assertThat(page.locator("#talk > li").last().locator(".wire")).hasText("late");
        line(device, "next", from.plusSeconds(55));
        assertThat(page.locator("#talk > li")).hasCount(3);
        page.locator("#talk summary").first().click();
        assertThat(page.locator("#talk > li").first().locator(".wire")).hasText("next");
        page.navigate(desk.fixpunkt.url() + "/alarms/device?id=" + id);
        assertThat(page.locator("#talk > li")).hasCount(4);
    }

    @Test
    void aFrameGoesToTheFrameCheckByteForByte() {
        JsonObject device = desk.device();
        String id = device.getString("id");
        String body = "\"SIA-DCS\"0007L0#1234[#1234|Nri1/FA0001^Kök^]";
        byte[] frame = Dc09Client.frame(new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        desk.line(id, device.getString("identity"), "in", frame, Instant.now());
        desk.fixpunkt.sql("UPDATE device_exchange SET protocol = 'dc09' WHERE device_id = ?", id);
        Page page = visit(desk.email("READ_COMMUNICATION", "MANAGE_DEVICES"), 1440, 900);
        page.navigate(desk.fixpunkt.url() + "/alarms/device?id=" + id);
        page.locator("#talk summary").last().click();
        assertThat(page.locator("#talk .wire").last()).containsText("Kök");
        page.locator("#talk .check").last().click();
        assertThat(page.locator("#frame-kind")).containsText(String.valueOf(frame.length));
        assertThat(page.locator("#frame-findings")).not().containsText("ontrollsumma");
        assertThat(page.locator("#frame-check [name=frame]")).hasValue(Pattern.compile("^0A [0-9A-F ]+ 0D$"));
    }

    @Test
    void aSearchOfTheHourThatComesTwiceFindsBoth() {
        JsonObject device = desk.device();
        String id = device.getString("id");
        for (String at : List.of(
                "2026-10-24T23:59:59Z", "2026-10-25T00:15:00Z", "2026-10-25T01:45:00Z", "2026-10-25T02:00:00Z")) {
            desk.line(
                    id,
                    device.getString("identity"),
                    "in",
                    "<mrq/>".getBytes(StandardCharsets.US_ASCII),
                    Instant.parse(at));
        }
        Page page = visit(desk.email("READ_COMMUNICATION", "MANAGE_DEVICES"), 1440, 900);
        page.navigate(desk.fixpunkt.url() + "/alarms/device?id=" + id + "&from=2026-10-25T02:00&to=2026-10-25T03:00");
        assertThat(page.locator("#talk > li")).hasCount(2);
    }

    @Test
    void anUnknownSenderIsOneClickFromTheRegister() {
        String identity = Desk.identity();
        desk.stranger(identity);
        String email = desk.email("MANAGE_DEVICES");
        Page page = visit(email, 1440, 900);
        Page late = visit(email, 390, 844);
        for (Page each : List.of(page, late)) {
            each.navigate(desk.fixpunkt.url() + "/alarms/strangers");
            assertThat(stranger(each, identity)).isVisible();
        }
        picture(page, "strangers-1440");
        accessible(page);
        // Somebody who calls meanwhile stands above it.
        desk.stranger(Desk.identity());

        stranger(page, identity).locator("button").click();

        assertThat(page.locator(".messages")).containsText("registrerad");
        assertThat(page.locator("[id='device:name']")).hasValue(identity);
        assertThat(page.locator(".head .under")).containsText(identity);
        picture(page, "stranger-adopted-1440");
        accessible(page);
        page.locator("[id='device:name']").fill("Armband 12");
        page.locator("[id='device:save']").click();
        assertThat(page.locator("h1")).containsText("Armband 12");

        stranger(late, identity).locator("button").click();
        assertThat(late.locator(".messages")).containsText("redan registrerad");
        assertThat(stranger(late, identity)).hasCount(0);
        assertEquals(
                1,
                desk.fixpunkt
                        .sql("SELECT id FROM device WHERE identity = ?", identity)
                        .size());
    }

    @Test
    void whoOnlyReadsCommunicationAdoptsNobody() {
        String identity = Desk.identity();
        desk.stranger(identity);
        Page page = visit(desk.email("READ_COMMUNICATION"), 1440, 900);
        page.navigate(desk.fixpunkt.url() + "/alarms/strangers");
        assertThat(stranger(page, identity)).isVisible();
        assertThat(page.locator("#strangers button")).hasCount(0);
        page.navigate(desk.fixpunkt.url() + "/alarms/strangers?adopt=scaip+" + identity);
        assertThat(stranger(page, identity)).isVisible();
        assertEquals(List.of(), desk.fixpunkt.sql("SELECT id FROM device WHERE identity = ?", identity));
    }

    @Test
    void anUnknownSendersMessageLeadsToAFormThatKnowsWhoItIs() {
        String identity = Desk.identity();
        desk.line(null, identity, "in", new byte[] {0, 1, 2, (byte) 0xff}, Instant.now());
        Page page = visit(desk.email("MANAGE_DEVICES", "READ_COMMUNICATION"), 390, 844);
        page.navigate(desk.fixpunkt.url() + "/alarms/communication");
        Locator line = page.locator("#talk > li").filter(new Locator.FilterOptions().setHasText(identity));
        assertThat(line).isVisible();
        picture(page, "unknown-390");
        accessible(page);
        line.locator(".adopt").click();
        assertThat(page.locator("[id='device:identity']")).hasValue(identity);
        assertThat(page.locator("[id='device:protocol']")).hasValue("scaip");
    }

    @Test
    void whoADeviceBelongsToIsWrittenShownAndFound() {
        Page page = visit(desk.email("MANAGE_DEVICES", "READ_COMMUNICATION", "HANDLE_ALARMS"), 1440, 900);
        String identity = Desk.identity();
        page.navigate(desk.fixpunkt.url() + "/alarms/device-registration?protocol=scaip&identity=" + identity);
        page.locator("[id='device:name']").fill("Trygghetslarm " + identity);
        page.locator("[id='device:person']").fill("Greta " + identity);
        page.locator("[id='device:address']").fill("Ekbacken 12\n123 45 Fixby");
        page.locator("[id='device:latitude']").fill("59,3293");
        page.locator("[id='device:save']").click();
        assertThat(page.locator("[id='device:longitudeError']")).containsText("latitud och longitud");
        page.locator("[id='device:longitude']").fill("18,0686");
        page.locator("[id='device:instructions']").fill("Portkod 4711. Hör dåligt.");
        page.locator(".contact input").nth(0).fill("Nils");
        page.locator(".contact input").nth(1).fill("070-123 45 67");
        page.locator("[id='device:onTestUntil']").fill("2099-01-02T03:04");
        picture(page, "device-record-form-1440");
        accessible(page);
        page.locator("[id='device:save']").click();
        assertThat(page.locator("#record")).containsText("Greta " + identity);
        assertThat(page.locator("#record a[href='tel:0701234567']")).hasText("070-123 45 67");
        assertThat(page.locator(".head .tag").first()).hasText("På prov");
        picture(page, "device-record-1440");
        accessible(page);

        page.locator("#change").click();
        assertThat(page.locator("[id='device:latitude']")).hasValue("59.3293");
        assertThat(page.locator("[id='device:onTestUntil']")).hasValue("2099-01-02T03:04");
        page.locator("[id='device:onTestUntil']").fill("");
        page.locator("[id='device:save']").click();
        assertThat(page.locator(".head .tag").first()).hasText("Aldrig hörd");

        page.navigate(desk.fixpunkt.url() + "/alarms/devices?text=greta+" + identity + "&state=never-heard");
        assertThat(page.locator("#devices tbody tr")).hasCount(1);
        assertThat(page.locator("select[name=state]")).hasValue("never-heard");
        picture(page, "devices-found-1440");
        Page phone = visit(desk.email("HANDLE_ALARMS"), 390, 844);
        phone.navigate(desk.fixpunkt.url() + "/alarms/devices?text=" + identity);
        assertThat(phone.locator("#devices tbody tr")).hasCount(1);
        picture(phone, "devices-390");
        phone.locator("#devices a").first().click();
        picture(phone, "device-record-390");
        accessible(phone);
    }

    @Test
    void theOperatorSeesWhoseAlarmItIs() {
        String identity = Desk.identity();
        JsonObject device = desk.administrator
                .post(
                        "devices",
                        Map.of(
                                "protocol",
                                "scaip",
                                "identity",
                                identity,
                                "name",
                                "Trygghetslarm",
                                "record",
                                Map.of("person", "Greta " + identity, "instructions", "Hör dåligt")))
                .expect(201)
                .json();
        String alarm = desk.alarm(device, 1);
        Page page = desk("sv", 1440, 900);
        assertThat(row(page, alarm).locator(".who")).hasText("Greta " + identity);
        assertThat(row(page, alarm).locator(".how")).containsText("Trygghetslarm");
        row(page, alarm).click();
        assertThat(page.locator("[data-name]")).hasText("Greta " + identity);
        assertThat(page.locator("#whose")).containsText("Greta " + identity);
        picture(page, "desk-whose-1440");
        accessible(page);
        Page tablet = desk("sv", 768, 1024);
        row(tablet, alarm).click();
        assertThat(tablet.locator("#whose")).containsText("Greta " + identity);
        assertThat(tablet.locator("#whose")).isVisible();
        picture(tablet, "desk-whose-768");
        accessible(tablet);
        Page phone = desk("sv", 390, 844);
        row(phone, alarm).click();
        assertThat(phone.locator("#whom")).containsText("Greta " + identity);
    }

    @Test
    void aWorkbookIsReviewedBeforeItIsTakenIn() {
        Page page = visit(desk.email("MANAGE_DEVICES"), 1440, 900);
        String identity = Desk.identity();
        List<String> heading = List.of("Protokoll", "Identitet", "Namn", "Person eller plats");
        List<String> good = List.of("scaip", identity, "Armband " + identity, "Greta");
        preview(page, DeviceWorkbook.of(heading, good, List.of("scaip", "Å", "", "")));
        assertThat(page.locator("#problems tbody tr")).hasCount(1);
        assertThat(page.locator("#problems")).containsText("Identitet");
        assertThat(page.locator("[id='accept:take']")).hasCount(0);
        picture(page, "device-files-problems-1440");
        accessible(page);

        preview(page, DeviceWorkbook.of(heading, good));
        assertThat(page.locator("#problems")).hasCount(0);
        page.locator("[id='accept:take']").click();
        assertThat(page.locator(".messages")).containsText("importerade");
        page.navigate(desk.fixpunkt.url() + "/alarms/devices?text=" + identity);
        assertThat(page.locator("#devices tbody tr")).hasCount(1);
        assertEquals(
                200,
                page.context()
                        .request()
                        .get(desk.fixpunkt.url() + "/api/v1/device-register/export")
                        .status());
    }

    @Test
    void groupsAreMadeFilledAndEmptied() {
        Page page = visit(desk.email("MANAGE_DEVICES"), 1440, 900);
        String neighbour = desk.email();
        String name = "Grupp " + Desk.identity();
        page.navigate(desk.fixpunkt.url() + "/alarms/device-groups");
        page.locator("[id='new:name']").fill(name);
        page.locator("[id='new:create']").click();
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(row).hasCount(1);
        page.locator("[id='group:which']").selectOption(new SelectOption().setLabel(name));
        page.locator("[id='group:email']").fill("ingen@test.test");
        page.locator("[id='group:admit']").click();
        assertThat(page.locator("[id='group:emailError']")).containsText("Ingen");
        page.locator("[id='group:which']").selectOption(new SelectOption().setLabel(name));
        page.locator("[id='group:email']").fill(neighbour);
        page.locator("[id='group:admit']").click();
        assertThat(row.locator(".member")).hasCount(1);
        picture(page, "device-groups-1440");
        accessible(page);
        row.locator(".member input").click();
        assertThat(row.locator(".member")).hasCount(0);
        row.locator("td.act input").click();
        assertThat(row).hasCount(0);
    }

    private void line(JsonObject device, String words, Instant at) {
        desk.line(
                device.getString("id"),
                device.getString("identity"),
                "in",
                words.getBytes(StandardCharsets.US_ASCII),
                at);
    }

    private void preview(Page page, byte[] workbook) {
        page.navigate(desk.fixpunkt.url() + "/alarms/device-files");
        page.locator("[id='import:file']")
                .setInputFiles(new FilePayload(
                        "enheter.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook));
        page.locator("[id='import:read']").click();
        page.waitForURL("**/alarms/device-files?draft=*");
    }

    private Page desk(String language, int width, int height) {
        Page page = visit(desk.emailOfReader(language, "HANDLE_ALARMS", "READ_COMMUNICATION"), width, height);
        page.navigate(desk.fixpunkt.url() + "/alarms/desk");
        assertThat(page.locator("#connection")).hasAttribute("data-state", "connected");
        return page;
    }

    private Page visit(String email, int width, int height) {
        Page page = chromium.visitor(width, height, width < 640);
        page.navigate(desk.fixpunkt.url() + "/signin/sign-in");
        page.locator("[id='signIn:email']").fill(email);
        page.locator("[id='signIn:password']").fill(RunningFixpunkt.PASSWORD);
        page.locator("[id='signIn:enter']").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private static Locator row(Page page, String alarm) {
        return page.locator("#queue [data-id='" + alarm + "']");
    }

    private static Locator stranger(Page page, String identity) {
        return page.locator("#strangers tbody tr").filter(new Locator.FilterOptions().setHasText(identity));
    }

    private static LocatorAssertions.ContainsTextOptions patience(int millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("alarms-" + name + ".png")));
    }

    private static void accessible(Page page) {
        List<String> found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(AlarmPagesBrowserIT::told)
                        .toList();
        assertEquals(List.of(), found, page.url());
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getNodes().get(0).getHtml();
    }
}
