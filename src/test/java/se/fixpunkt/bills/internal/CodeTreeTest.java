package se.fixpunkt.bills.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.shared.Amount;

class CodeTreeTest {
    private static final CodeTree TREE = new CodeTree(List.of(
            sum("C", 1, "0"), sum("CBB.1", 2, "10.50"), sum("CBB.11", 3, "1"), sum("CE", 1, "4"), sum("D", 5, "9")));

    @Test
    void rollsRowsAndSumsUpToTheParents() {
        CodeTree.Node c = TREE.under("").get(0);

        assertEquals("C", c.code());
        assertEquals(7, c.rows());
        assertEquals("15.50", c.total().toString());
    }

    @Test
    void shortensAChainInWhichNoRowStands() {
        assertEquals(
                List.of("CBB.1", "CE"),
                TREE.under("C").stream().map(CodeTree.Node::code).toList());
    }

    @Test
    void knowsNothingBelowACodeThatIsNotThere() {
        assertEquals(List.of(), TREE.under("X"));
        assertEquals(List.of(), TREE.under("D"));
    }

    private static CodeSum sum(String code, int rows, String total) {
        return new CodeSum(new Code(code), rows, new Amount(new BigDecimal(total)));
    }
}
