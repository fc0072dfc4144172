package se.fixpunkt.bills.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import se.fixpunkt.shared.Amount;

/** The codes of a bill rolled up to their parents. */
final class CodeTree {
    private final Map<String, Node> nodes = new TreeMap<>();
    private final TreeSet<String> outermost = new TreeSet<>();

    CodeTree(List<CodeSum> sums) {
        sums.forEach(this::add);
    }

    /** Directly below a code, or the outermost; a chain in which no row stands is shortened to its last. */
    List<Node> under(String code) {
        Node parent = nodes.get(code);
        TreeSet<String> below = code.isEmpty() ? outermost : parent == null ? new TreeSet<>() : parent.below;
        List<Node> shortened = new ArrayList<>();
        below.forEach(child -> shortened.add(shortened(nodes.get(child))));
        return shortened;
    }

    private Node shortened(Node node) {
        Node last = node;
        while (last.own == 0 && last.below.size() == 1) {
            last = nodes.get(last.below.first());
        }
        return last;
    }

    private void add(CodeSum sum) {
        String above = null;
        for (se.fixpunkt.bills.domain.Code parent : sum.code().parents()) {
            count(parent.value(), above, sum);
            above = parent.value();
        }
        count(sum.code().value(), above, sum).own += sum.rows();
    }

    private Node count(String code, String above, CodeSum sum) {
        Node node = nodes.computeIfAbsent(code, Node::new);
        node.rows += sum.rows();
        node.total = node.total.plus(sum.total());
        (above == null ? outermost : nodes.get(above).below).add(code);
        return node;
    }

    /** A code with everything below it. */
    static final class Node {
        private final String code;
        private final TreeSet<String> below = new TreeSet<>();
        private int own;
        private int rows;
        private Amount total = Amount.ZERO;

        private Node(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        int rows() {
            return rows;
        }

        Amount total() {
            return total;
        }

        boolean hasBelow() {
            return !below.isEmpty();
        }
    }
}
