package se.fixpunkt.bills;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bill can be exported as. */
public enum ExportFormat {
    XLSX,
    CSV;

    /** The name in the outer contract and the file name's ending. */
    public String contractName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> named(String contractName) {
        return Stream.of(values())
                .filter(format -> format.contractName().equals(contractName))
                .findFirst();
    }
}
