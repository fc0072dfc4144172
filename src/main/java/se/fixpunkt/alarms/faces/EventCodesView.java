package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.fixpunkt.alarms.EventCode;
import se.fixpunkt.alarms.EventCodeTable;
import se.fixpunkt.alarms.domain.CodeList;

/** The event codes of one list, all or those that hold a word. */
@Named
@RequestScoped
public class EventCodesView {
    private final EventCodeTable codes;
    private String list = CodeList.SIA.wire();
    private String text;
    private boolean changedOnly;
    private List<EventCode> items = List.of();

    @Inject
    EventCodesView(EventCodeTable codes) {
        this.codes = codes;
    }

    public void load() {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        items = codes.codes(EventCodeView.list(list)).stream()
                .filter(code -> !changedOnly || code.isChanged())
                .filter(code -> wanted.isEmpty()
                        || Stream.of(code.code(), code.swedish(), code.english())
                                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList();
    }

    public List<EventCode> getItems() {
        return items;
    }

    public List<String> getLists() {
        return Stream.of(CodeList.values()).map(CodeList::wire).toList();
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isChangedOnly() {
        return changedOnly;
    }

    public void setChangedOnly(boolean changedOnly) {
        this.changedOnly = changedOnly;
    }
}
