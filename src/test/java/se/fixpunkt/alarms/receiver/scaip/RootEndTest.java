package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootEndTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<mrq><a>1</a></mrq>|",
                "\uFEFF\r\n<?xml version='1.0'?><!-- b --><s:mrq x='1'><s:a/></s:mrq\n >|\r\n\0",
                "<scaip><mrq></mrq></scaip>|<scaip>",
                "<MRQ></mrq>|",
                "<mrq></mrqx></mr>",
                "<mrq",
                "<",
                "<?xml?>",
                "</mrq>",
                "x<mrq></mrq>",
                "",
            })
    void isBehindTheEndTagOfTheRoot(String marked) {
        byte[] bytes = marked.replace("|", "").getBytes(StandardCharsets.UTF_8);
        int bar = marked.indexOf('|');
        int wanted = bar < 0 ? -1 : marked.substring(0, bar).getBytes(StandardCharsets.UTF_8).length;

        assertEquals(wanted, RootEnd.after(bytes, 0, bytes.length));
        assertEquals(bar >= 0 && !marked.endsWith("<scaip>"), RootEnd.isAt(bytes, 0, bytes.length));
    }

    @Property
    void isLookedForInAnything(@ForAll byte[] bytes) {
        RootEnd.after(bytes, 0, bytes.length);
        RootEnd.isAt(bytes, 0, bytes.length);
        RootEnd.isAhead(bytes, 0, bytes.length);
    }
}
