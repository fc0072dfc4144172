package se.fixpunkt.shared.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordResolverTest {
    private final RecordResolver resolver = new RecordResolver();
    private ELContext context;

    record Row(String name, int position) {
        String shout() {
            return name + "!";
        }
    }

    @BeforeEach
    void makeContext() {
        context = new ELContext() {
            @Override
            public ELResolver getELResolver() {
                return resolver;
            }

            @Override
            public FunctionMapper getFunctionMapper() {
                return null;
            }

            @Override
            public VariableMapper getVariableMapper() {
                return null;
            }
        };
    }

    @Test
    void readsARecordsComponent() {
        assertEquals("Schakt", resolver.getValue(context, new Row("Schakt", 3), "name"));
        assertTrue(context.isPropertyResolved());
    }

    @Test
    void leavesWhatIsNoComponentToOthers() {
        assertNull(resolver.getValue(context, new Row("Schakt", 3), "shout"));
        assertNull(resolver.getValue(context, "text", "name"));
        assertFalse(context.isPropertyResolved());
    }

    @Test
    void refusesToWrite() {
        Row row = new Row("Schakt", 3);
        assertThrows(PropertyNotWritableException.class, () -> resolver.setValue(context, row, "name", "Fyllning"));
        assertTrue(resolver.isReadOnly(context, row, "name"));
    }
}
