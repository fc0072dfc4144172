package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.DeviceId;

class SilenceJudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant ALWAYS = NOW.minus(Duration.ofDays(30));
    private static final String LINE_A = "192.0.2.0/24";
    private static final String LINE_B = "198.51.100.0/24";

    @Test
    void aDeviceThatIsHeardInTimeIsNotSilent() {
        assertEquals(List.of(), judge(List.of(heardBefore(Duration.ofSeconds(150), 180, LINE_A))));
    }

    @Test
    void aSilentDeviceIsCalledSoWithinThirtySecondsOfItsInterval() {
        for (int interval : List.of(10, 60, 90, 180, 18_000, 90_000)) {
            Instant heard = NOW.minusSeconds(interval);
            // What is written may be older than what was heard, and the watchman comes every four seconds.
            Watched device = device(heard.minus(Watched.coarse(interval)), interval, LINE_A);
            Watched fresh = device(heard, interval, LINE_A);
            assertEquals(List.of(), new SilenceJudge(ALWAYS, NOW).judge(List.of(device), Set.of()), "never early");
            assertEquals(
                    1,
                    new SilenceJudge(ALWAYS, NOW.plusSeconds(26))
                            .judge(List.of(fresh), Set.of())
                            .size(),
                    "interval " + interval);
        }
    }

    @Test
    void aFewSilentDevicesOfManyAreCasesOfTheirOwn() {
        List<Watched> devices = fleet(40, Duration.ofSeconds(20), 180, LINE_A);
        for (int i = 0; i < 9; i++) {
            devices.set(i, heardBefore(Duration.ofSeconds(230), 180, LINE_A));
        }

        List<Silence> silences = judge(devices);

        assertEquals(9, silences.size());
        assertTrue(silences.stream().allMatch(silence -> silence.scope().isEmpty()));
    }

    @Test
    void manyOfANetworkThatFallSilentAtOnceAreOneAlarm() {
        List<Watched> devices = fleet(12, Duration.ofSeconds(230), 180, LINE_A);
        devices.addAll(fleet(40, Duration.ofSeconds(20), 180, LINE_B));

        List<Silence> silences = judge(devices);

        assertEquals(1, silences.size());
        assertEquals(Optional.of(LINE_A), silences.get(0).scope());
        assertEquals(12, silences.get(0).devices().size());
        assertEquals(12, silences.get(0).outOf());
    }

    @Test
    void moreThanHalfOfAllAreOneAlarmWhateverNetworksTheyAreIn() {
        List<Watched> devices = new ArrayList<>();
        for (int network = 0; network < 10; network++) {
            devices.addAll(fleet(3, Duration.ofSeconds(230), 180, "10.0." + network + ".0/24"));
        }
        devices.addAll(fleet(20, Duration.ofSeconds(20), 180, LINE_B));

        List<Silence> silences = judge(devices);

        assertEquals(1, silences.size());
        assertEquals(Optional.of(Silence.EVERYWHERE), silences.get(0).scope());
        assertEquals(30, silences.get(0).devices().size());
    }

    /** Its devices report once in five hours, so they become overdue one by one; the first one tells of them all. */
    @Test
    void theFirstOverdueDeviceOfANetworkThatNothingComesFromTellsOfTheNetwork() {
        List<Watched> devices = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            devices.add(heardBefore(Duration.ofHours(25).minusMinutes(90L * i / 60), 90_000, LINE_A));
        }
        devices.replaceAll(device -> device.lastHeardAt().isAfter(NOW.minus(Duration.ofHours(20)))
                ? heardBefore(Duration.ofHours(20), 90_000, LINE_A)
                : device);
        devices.set(0, heardBefore(Duration.ofSeconds(90_020), 90_000, LINE_A));

        List<Silence> silences = judge(devices);

        assertEquals(1, silences.size());
        assertTrue(silences.get(0).scope().isPresent());
    }

    @Test
    void whatFallsSilentInASilentNetworkJoinsIt() {
        List<Watched> devices = fleet(40, Duration.ofSeconds(20), 180, LINE_A);
        devices.set(0, heardBefore(Duration.ofSeconds(230), 180, LINE_A));

        List<Silence> silences = new SilenceJudge(ALWAYS, NOW).judge(devices, Set.of(LINE_A));

        assertEquals(Optional.of(LINE_A), silences.get(0).scope());
    }

    @Test
    void theFirstWaitsForThoseThatFallSilentWithIt() {
        List<Watched> devices = fleet(12, Duration.ofSeconds(190), 180, LINE_A);
        assertEquals(List.of(), judge(devices));
        assertEquals(
                1,
                new SilenceJudge(ALWAYS, NOW.plusSeconds(6))
                        .judge(devices, Set.of())
                        .size());
    }

    @Test
    void afterAnOutageOfOursEverybodyHasAWholeInterval() {
        List<Watched> devices = fleet(5, Duration.ofHours(3), 180, LINE_A);
        assertEquals(List.of(), new SilenceJudge(NOW.minusSeconds(185), NOW).judge(devices, Set.of()));
        assertEquals(
                5,
                new SilenceJudge(NOW.minusSeconds(200), NOW)
                        .judge(devices, Set.of())
                        .size());
    }

    @Test
    void aDeviceThatWasNeverHeardIsSilentWhenItsFirstIntervalIsOver() {
        Watched never = new Watched(DeviceId.next(), null, 180, null, NOW.minusSeconds(20));
        assertEquals(1, judge(List.of(never)).size());
    }

    /** As when a register is imported before its devices are pointed here. */
    @Test
    void manyThatWereNeverHeardAreOneAlarmHoweverFewTheyAreOfAll() {
        List<Watched> devices = fleet(200, Duration.ofSeconds(20), 180, LINE_A);
        devices.addAll(neverHeard(40, NOW.minusSeconds(20)));

        List<Silence> silences = judge(devices);

        assertEquals(1, silences.size());
        assertEquals(Optional.of(Silence.NEVER_HEARD), silences.get(0).scope());
        assertEquals(40, silences.get(0).devices().size());
    }

    @Test
    void whatWasNeverHeardJoinsThoseThatWereNotAndAFewAreCasesOfTheirOwn() {
        List<Watched> few = new ArrayList<>(neverHeard(9, NOW.minusSeconds(20)));
        few.addAll(fleet(40, Duration.ofSeconds(20), 180, LINE_A));

        assertEquals(9, judge(few).size());
        List<Silence> joining = new SilenceJudge(ALWAYS, NOW).judge(few, Set.of(Silence.NEVER_HEARD));
        assertEquals(1, joining.size());
        assertEquals(9, joining.get(0).devices().size());
    }

    @Test
    void aDeviceThatFailsBesideThoseThatWereNeverHeardIsACaseOfItsOwn() {
        List<Watched> devices = new ArrayList<>(neverHeard(400, NOW.minusSeconds(20)));
        devices.addAll(fleet(40, Duration.ofSeconds(20), 180, LINE_A));
        devices.add(heardBefore(Duration.ofSeconds(230), 180, LINE_A));

        List<Silence> silences = judge(devices);

        assertEquals(2, silences.size());
        assertEquals(
                Set.of(Optional.empty(), Optional.of(Silence.NEVER_HEARD)),
                silences.stream().map(Silence::scope).collect(Collectors.toSet()));
    }

    /** Nobody expects anything of them yet. */
    @Test
    void devicesThatWereNeverHeardMakeNobodyElseQuiet() {
        List<Watched> devices = new ArrayList<>(neverHeard(400, NOW.plusSeconds(60)));
        devices.addAll(fleet(40, Duration.ofHours(2), 90_000, LINE_A));
        devices.add(heardBefore(Duration.ofSeconds(230), 180, LINE_B));

        List<Silence> silences = judge(devices);

        assertEquals(1, silences.size());
        assertEquals(Optional.empty(), silences.get(0).scope());
    }

    /** A mobile operator's devices come from all over its addresses. */
    @Test
    void manyAtOnceAreOneAlarmThoughTheyHaveNoNetworkInCommon() {
        List<Watched> devices = fleet(200, Duration.ofSeconds(20), 180, LINE_A);
        for (int network = 0; network < 30; network++) {
            devices.add(heardBefore(Duration.ofSeconds(230), 180, "10.0." + network + ".0/24"));
        }

        List<Silence> silences = judge(devices);

        assertEquals(1, silences.size());
        assertEquals(Optional.of(Silence.SCATTERED), silences.get(0).scope());
        assertEquals(30, silences.get(0).devices().size());
    }

    @Test
    void aSingleOneDoesNotJoinThoseThatWereScattered() {
        List<Watched> devices = fleet(40, Duration.ofSeconds(20), 180, LINE_A);
        devices.add(heardBefore(Duration.ofSeconds(230), 180, LINE_A));

        List<Silence> silences = new SilenceJudge(ALWAYS, NOW).judge(devices, Set.of(Silence.SCATTERED));

        assertEquals(Optional.empty(), silences.get(0).scope());
    }

    private static List<Watched> neverHeard(int count, Instant due) {
        return Stream.generate(() -> new Watched(DeviceId.next(), null, 180, null, due))
                .limit(count)
                .toList();
    }

    private static List<Silence> judge(Collection<Watched> devices) {
        return new SilenceJudge(ALWAYS, NOW).judge(devices, Set.of());
    }

    private static List<Watched> fleet(int count, Duration before, int seconds, String network) {
        List<Watched> fleet = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fleet.add(heardBefore(before, seconds, network));
        }
        return fleet;
    }

    private static Watched heardBefore(Duration before, int seconds, String network) {
        return device(NOW.minus(before), seconds, network);
    }

    private static Watched device(Instant heard, int seconds, String network) {
        return new Watched(
                DeviceId.next(),
                network,
                seconds,
                heard,
                heard.plusSeconds(seconds).plus(Watched.coarse(seconds)));
    }
}
