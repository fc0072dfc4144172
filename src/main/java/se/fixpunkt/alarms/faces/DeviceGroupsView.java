package se.fixpunkt.alarms.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.fixpunkt.alarms.DeviceGroup;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceGroups;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.Right;

/** Groups of devices and their members. */
@Named
@RequestScoped
public class DeviceGroupsView {
    private final DeviceGroups groups;
    private final Directory directory;
    private final Access access;
    private List<DeviceGroup> items = List.of();
    private Map<PersonId, String> names = Map.of();
    private String name;
    private String email;
    private String group;

    @Inject
    DeviceGroupsView(DeviceGroups groups, Directory directory, Access access) {
        this.groups = groups;
        this.directory = directory;
        this.access = access;
    }

    /** Before the page's buttons are looked for, which stand in the rows. */
    @PostConstruct
    void begin() {
        if (access.may(Right.MANAGE_DEVICES)) {
            items = groups.list();
            Set<PersonId> people = new HashSet<>();
            items.forEach(one -> people.addAll(one.members()));
            names = directory.names(people);
        }
    }

    public void load() {
        access.require(Right.MANAGE_DEVICES);
    }

    public String create() {
        return done("new", () -> groups.create(name), "alarms.groups.created");
    }

    public String admit() {
        return done("group", () -> groups.admit(id(group), email), "alarms.groups.admitted");
    }

    public String dismiss(String from, String person) {
        PersonId who = new PersonId(DeviceView.deviceId(person).value());
        return done("group", () -> groups.dismiss(id(from), who), "alarms.groups.dismissed");
    }

    public String remove(String which) {
        return done("group", () -> groups.remove(id(which)), "alarms.groups.removed");
    }

    private static String done(String form, Runnable deed, String told) {
        try {
            deed.run();
            Done.tell(told);
            return "/alarms/device-groups.xhtml?faces-redirect=true";
        } catch (InvalidValue refused) {
            FieldProblem.show(form, refused);
            return null;
        }
    }

    private static DeviceGroupId id(String written) {
        return new DeviceGroupId(DeviceView.deviceId(written).value());
    }

    /** What a member is called. */
    public String nameOf(PersonId person) {
        return names.getOrDefault(person, person.toString());
    }

    public List<DeviceGroup> getItems() {
        return items;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }
}
