package se.fixpunkt.alarms.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import se.fixpunkt.alarms.DeviceFiles;
import se.fixpunkt.alarms.DeviceImport;
import se.fixpunkt.alarms.DeviceImportId;
import se.fixpunkt.alarms.UnreadableWorkbook;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The register to and from a spreadsheet: what a file would do is shown before it does it. */
@Named
@RequestScoped
public class DeviceFilesView {
    private static final int SHOWN = 200;

    private final DeviceFiles files;
    private final Access access;
    private final FacesContext faces;
    private String draft;
    private DeviceImport found;
    private Part file;

    @Inject
    DeviceFilesView(DeviceFiles files, Access access, FacesContext faces) {
        this.files = files;
        this.access = access;
        this.faces = faces;
    }

    /** Before the page's buttons are looked for, which depend on it. */
    @PostConstruct
    void begin() {
        draft = faces.getExternalContext().getRequestParameterMap().get("draft");
        if (draft != null && access.may(Right.MANAGE_DEVICES)) {
            found = files.draft(id());
        }
    }

    public void load() {
        access.require(Right.MANAGE_DEVICES);
    }

    /** Leads to the preview; a file that is no workbook stays here and says why. */
    public String read() {
        if (file == null) {
            refuse("required");
            return null;
        }
        try (InputStream content = file.getInputStream()) {
            DeviceImport read = files.preview(content.readNBytes(DeviceFiles.BYTES + 1));
            return "/alarms/device-files.xhtml?faces-redirect=true&draft=" + read.id();
        } catch (UnreadableWorkbook unreadable) {
            refuse(String.valueOf(unreadable.details().get("reason")));
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String accept() {
        files.accept(id());
        Done.tell("alarms.files.taken");
        return "/alarms/devices.xhtml?faces-redirect=true";
    }

    private void refuse(String reason) {
        String text = faces.getApplication()
                .evaluateExpressionGet(faces, "#{msg['alarms.files.unreadable." + reason + "']}", String.class);
        faces.addMessage("import:file", new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        faces.validationFailed();
    }

    private DeviceImportId id() {
        return new DeviceImportId(DeviceView.deviceId(draft).value());
    }

    public DeviceImport getFound() {
        return found;
    }

    /** The first of them; a file with more is mended from the top anyway. */
    public List<DeviceImport.Problem> getProblems() {
        return found.problems().stream().limit(SHOWN).toList();
    }

    /** The headings whose columns are not read. */
    public String getUnread() {
        return String.join(", ", found.unread());
    }

    public List<String> getColumns() {
        return DeviceFiles.COLUMNS.stream()
                .filter(column -> !column.matches("contact[2-6].*"))
                .toList();
    }

    public String getDraft() {
        return draft;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
