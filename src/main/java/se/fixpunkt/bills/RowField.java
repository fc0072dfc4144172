package se.fixpunkt.bills;

import java.util.Optional;
import java.util.stream.Stream;
import se.fixpunkt.projects.Permission;

/** A field of a row that people change, and the permission that it takes. */
public enum RowField {
    TEXT("text", Permission.EDIT_BILLS),
    UNIT("unit", Permission.EDIT_BILLS),
    QUANTITY("quantity", Permission.EDIT_BILLS),
    UNIT_RATE("unitRate", Permission.PRICE),
    /** Of a lump sum; every other amount follows from quantity and rate. */
    AMOUNT("amount", Permission.PRICE);

    private final String contractName;
    private final Permission permission;

    RowField(String contractName, Permission permission) {
        this.contractName = contractName;
        this.permission = permission;
    }

    /** The name in the outer contract, e.g. {@code unitRate}. */
    public String contractName() {
        return contractName;
    }

    public Permission permission() {
        return permission;
    }

    public static Optional<RowField> named(String contractName) {
        return Stream.of(values())
                .filter(field -> field.contractName.equals(contractName))
                .findFirst();
    }
}
