package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmNote;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** What operators wrote; never changed. */
@ApplicationScoped
class NoteRepository extends JdbcRepository {

    @Inject
    NoteRepository(DataSource database) {
        super(database);
    }

    /** @param author null when Fixpunkt itself wrote it */
    void add(AlarmId alarm, AlarmNote note, PersonId author) {
        update(
                "INSERT INTO alarm_note (id, alarm_id, at, person_id, person_name, text) VALUES (?, ?, ?, ?, ?, ?)",
                note.id(),
                alarm.value(),
                note.at(),
                author == null ? null : author.value(),
                note.author(),
                note.text());
    }

    List<AlarmNote> of(AlarmId alarm) {
        return list(
                row -> new AlarmNote(
                        uuid(row, "id"), instant(row, "at"), row.getString("person_name"), row.getString("text")),
                "SELECT id, at, person_name, text FROM alarm_note WHERE alarm_id = ? ORDER BY id",
                alarm.value());
    }
}
