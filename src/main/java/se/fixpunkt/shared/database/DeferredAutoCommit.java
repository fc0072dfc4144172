package se.fixpunkt.shared.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells the database of autocommit when the next statement needs it. The server's pool turns it off before each transaction and on again
 * after it: two round trips a transaction, between which a pooled connection does nothing but wait for the next transaction.
 */
final class DeferredAutoCommit implements InvocationHandler {
    /** What is done without a statement. */
    private static final Set<String> NO_STATEMENT = Set.of(
            "close",
            "isClosed",
            "isValid",
            "abort",
            "getWarnings",
            "clearWarnings",
            "unwrap",
            "isWrapperFor",
            "toString");

    private final Connection connection;
    private boolean wanted = true;
    /** Since the last transaction ended. */
    private boolean used;

    private DeferredAutoCommit(Connection connection) {
        this.connection = connection;
    }

    /** @param connection as the driver opens it, with autocommit on */
    static Connection over(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                DeferredAutoCommit.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new DeferredAutoCommit(connection));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "getAutoCommit" -> wanted;
            case "setAutoCommit" -> {
                want((boolean) arguments[0]);
                yield null;
            }
            default -> said(method, arguments);
        };
    }

    private Object said(Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (!NO_STATEMENT.contains(name)) {
            connection.setAutoCommit(wanted);
            used = true;
        }
        Object result = passedOn(method, arguments);
        if (name.equals("commit") || (name.equals("rollback") && arguments == null)) {
            used = false;
        }
        return result;
    }

    /** JDBC has a transaction that is under way committed by the change; then it is not put off. */
    private void want(boolean autoCommit) throws SQLException {
        wanted = autoCommit;
        if (used) {
            connection.setAutoCommit(autoCommit);
            used = false;
        }
    }

    private Object passedOn(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
