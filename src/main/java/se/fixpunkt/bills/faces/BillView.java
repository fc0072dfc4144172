package se.fixpunkt.bills.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixpunkt.bills.Bill;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillState;
import se.fixpunkt.bills.Bills;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.Projects;

/** One bill. The rows themselves are fetched by the page from the REST contract as they scroll into view. */
@Named
@RequestScoped
public class BillView {
    private final Bills bills;
    private final Projects projects;
    private String id;
    private Bill bill;
    private String projectName = "";
    private boolean mayPrice;
    private boolean mayEdit;
    private boolean mayExport;

    @Inject
    public BillView(Bills bills, Projects projects) {
        this.bills = bills;
        this.projects = projects;
    }

    public void load() {
        bill = bills.get(PageId.of(id, BillId::new));
        Project project = projects.get(bill.project());
        boolean open = bill.state() == BillState.OPEN;
        projectName = project.name();
        mayPrice = open && project.may(Permission.PRICE);
        mayEdit = open && project.may(Permission.EDIT_BILLS);
        mayExport = open && project.may(Permission.EXPORT);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Bill getBill() {
        return bill;
    }

    public String getProjectName() {
        return projectName;
    }

    public boolean isMayPrice() {
        return mayPrice;
    }

    public boolean isMayEdit() {
        return mayEdit;
    }

    public boolean isMayExport() {
        return mayExport;
    }
}
