package se.fixpunkt.bills.exchange.table;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The columns a bill's table can have, and the headings they are known by. */
enum Column {
    CODE("(AMA|MER)*KOD(ER|NR|NUMMER|AMA|MER)*|CODE"),
    TEXT("(KOD|MANGD)?TEXT(ER)?|(TEXT)?(BENAMNING|BESKRIVNING|RUBRIK)(TEXT)?|TEXTRUBRIK|DESCRIPTION"),
    UNIT("ENH(ET|ETER)?|UNIT"),
    QUANTITY("(TOTAL|REGLERBAR)?(MANGD|MGD|KVANTITET)(ER)?(TOTALT?|TOT)?|ANTAL|QUANTITY|QTY"),
    RATE("((A|ENHETS)?PRIS(ER)?|UNITRATE|UNITPRICE|RATE)" + Names.MONEY),
    AMOUNT("(BELOPP(TOTALT?)?|(RAD)?SUMMA|TOTALT?(PRIS|BELOPP|SUMMA)?|AMOUNT)" + Names.MONEY),
    KIND("RADTYP"),
    DEPTH("NIVA");

    private final Pattern names;

    Column(String names) {
        this.names = Pattern.compile(names);
    }

    static Optional<Column> labelled(String label) {
        return label.length() > 40
                ? Optional.empty()
                : Stream.of(values())
                        .filter(column -> column.names.matcher(label).matches())
                        .findFirst();
    }

    /** Whether the label only says in what money a column above is counted. */
    static boolean isMoney(String label) {
        return label.matches(Names.MONEY);
    }

    /** Initialised before the constants, which a field of the enum is not. */
    private static final class Names {
        static final String MONEY = "I?(KR|SEK|KRONOR)?(PER|ENHET|ENH|ST)*(EXKL|EXKLUSIVE|EX)?(MOMS)?(KR|SEK)?";
    }
}
