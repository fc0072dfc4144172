package se.fixpunkt.bills.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import se.fixpunkt.bills.BillImports;
import se.fixpunkt.bills.ImportedBill;
import se.fixpunkt.bills.NothingToImport;
import se.fixpunkt.bills.SourceFile;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.shared.Forbidden;
import se.fixpunkt.shared.faces.TextsView;

/** Choosing a file and reading it into a draft. */
@Named
@RequestScoped
public class BillImportView {
    private static final int SHOWN = 200;

    private final BillImports imports;
    private final Projects projects;
    private final TextsView texts;
    private final FacesContext faces;
    private String project;
    private String projectName = "";
    private String title;
    private Part file;
    private List<ProblemLine> problems = List.of();

    @Inject
    public BillImportView(BillImports imports, Projects projects, TextsView texts, FacesContext faces) {
        this.imports = imports;
        this.projects = projects;
        this.texts = texts;
        this.faces = faces;
    }

    public void load() {
        Project in = projects.get(PageId.of(project, ProjectId::new));
        if (!in.may(Permission.EDIT_BILLS)) {
            throw new Forbidden(Permission.EDIT_BILLS.name());
        }
        projectName = in.name();
    }

    /** Leads to the preview; a file without anything to import stays here and says why. */
    public String read() {
        ProjectId in = PageId.of(project, ProjectId::new);
        try (SourceFile source = SourceFile.receive(file.getInputStream(), file.getSubmittedFileName())) {
            ImportedBill imported = imports.draft(in, title, source);
            return "/bills/preview?faces-redirect=true&id=" + imported.bill().id();
        } catch (NothingToImport nothing) {
            faces.addMessage(
                    null,
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR,
                            texts.get("bills.import.unreadable."
                                    + nothing.reason().key()),
                            null));
            problems = nothing.problems().stream()
                    .limit(SHOWN)
                    .map(problem -> ProblemLine.of(problem, texts))
                    .toList();
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = project;
    }

    public String getProjectName() {
        return projectName;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public List<ProblemLine> getProblems() {
        return problems;
    }
}
