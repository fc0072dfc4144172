package se.fixpunkt.signin.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/bills/bill?id=1&x=å", "/projects/invitation?token=abc", "/alarms/desk#now"})
    void followsOwnPaths(String to) {
        assertEquals(to, new LocalPath(to).value());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bills",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                "/a\\b",
                "/signin/sign-in?to=/x"
            })
    void leadsHomeInsteadOfElsewhere(String to) {
        assertEquals("/", new LocalPath(to).value());
    }
}
