package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import se.fixpunkt.alarms.EventCode;
import se.fixpunkt.alarms.EventCodeTable;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** What one event code stands for, changed; or a code that the organisation adds. */
@Named
@RequestScoped
public class EventCodeView {
    private final EventCodeTable codes;
    private final Access access;
    private String list;
    private String code;
    private EventCode known;
    private String kind = wire(SignalKind.ALARM);
    private String about = AlarmKind.OTHER.wire();
    private Integer priority = AlarmKind.OTHER.priority().value();

    @Inject
    EventCodeView(EventCodeTable codes, Access access) {
        this.codes = codes;
        this.access = access;
    }

    /** Fills the form with what is true now. */
    public void open() {
        access.require(Right.MANAGE_DEVICES);
        if (!isNew()) {
            known = codes.code(list(list), code);
            kind = wire(known.meaning().kind());
            about = known.meaning().about().wire();
            priority = known.meaning().priority().value();
        }
    }

    /** What is true now, also beside a refused form. */
    public void remember() {
        if (known == null && !isNew()) {
            known = codes.codes(list(list)).stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    public String save() {
        try {
            if (priority == null || priority < 1 || priority > 9) {
                throw new InvalidValue("priority", "out-of-range");
            }
            EventMeaning meaning = new EventMeaning(
                    chosen(SignalKind.values(), kind, EventCodeView::wire),
                    chosen(AlarmKind.values(), about, AlarmKind::wire),
                    new Priority(priority));
            codes.change(list(list), code == null ? "" : code, meaning);
            Done.tell("alarms.codes.changed");
            return "/alarms/event-codes.xhtml?faces-redirect=true&list=" + list;
        } catch (InvalidValue refused) {
            FieldProblem.show("meaning", refused);
            return null;
        }
    }

    public String reset() {
        codes.reset(list(list), code);
        Done.tell("alarms.codes.reset-done");
        return "/alarms/event-codes.xhtml?faces-redirect=true&list=" + list;
    }

    static CodeList list(String wire) {
        return CodeList.of(wire == null ? "" : wire).orElseThrow(NotFound::new);
    }

    public List<String> getKinds() {
        return Stream.of(SignalKind.ALARM, SignalKind.RESTORAL, SignalKind.TEST, SignalKind.INFORMATION)
                .map(EventCodeView::wire)
                .toList();
    }

    public List<String> getSubjects() {
        return Arrays.stream(AlarmKind.values())
                .filter(one -> one != AlarmKind.SYSTEM)
                .map(AlarmKind::wire)
                .toList();
    }

    /** Null when the code is to be added. */
    public EventCode getKnown() {
        return known;
    }

    public boolean isNew() {
        return code == null || code.isBlank();
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getAbout() {
        return about;
    }

    public void setAbout(String about) {
        this.about = about;
    }

    public Integer getPriority() {
        return priority;
    }

    public void setPriority(Integer priority) {
        this.priority = priority;
    }

    private static String wire(SignalKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T chosen(T[] values, String written, Function<T, String> wire) {
        return Arrays.stream(values)
                .filter(value -> wire.apply(value).equals(written))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
