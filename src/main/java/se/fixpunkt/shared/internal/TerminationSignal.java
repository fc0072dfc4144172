package se.fixpunkt.shared.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * SIGTERM, taken from the JVM before its shutdown hooks run: they all run at once, ours beside the server's own, so a hook
 * could not hold anything back. By reflection, because {@code sun.misc.Signal} is supported by every JDK but not part of the
 * language's library.
 */
final class TerminationSignal {
    private static final Logger LOG = Logger.getLogger(TerminationSignal.class.getName());

    private final Method handle;
    private final Object signal;
    private final Object before;

    private TerminationSignal(Method handle, Object signal, Object before) {
        this.handle = handle;
        this.signal = signal;
        this.before = before;
    }

    /** @param work run on a thread of the JVM's own each time the signal comes */
    static TerminationSignal handledBy(Runnable work)
            throws ClassNotFoundException, NoSuchMethodException, InstantiationException, IllegalAccessException,
                    InvocationTargetException {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        Class<?> signals = Class.forName("sun.misc.Signal", true, loader);
        Class<?> handlers = Class.forName("sun.misc.SignalHandler", true, loader);
        Object handler = Proxy.newProxyInstance(
                TerminationSignal.class.getClassLoader(), new Class<?>[] {handlers}, (proxy, method, values) -> {
                    if (method.getName().equals("handle")) {
                        work.run();
                        return null;
                    }
                    return answer(proxy, method, values);
                });
        Method handle = signals.getMethod("handle", signals, handlers);
        Object term = signals.getConstructor(String.class).newInstance("TERM");
        return new TerminationSignal(handle, term, handle.invoke(null, term, handler));
    }

    /** Whoever handled it before does so again. */
    void release() {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException impossible) {
            LOG.log(Level.WARNING, "SIGTERM is not given back", impossible);
        }
    }

    /** What a handler is asked as an object. */
    private static Object answer(Object proxy, Method method, Object[] values) {
        return switch (method.getName()) {
            case "equals" -> proxy == values[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> TerminationSignal.class.getName();
        };
    }
}
