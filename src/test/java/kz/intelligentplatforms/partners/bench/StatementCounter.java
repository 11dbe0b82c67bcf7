package kz.intelligentplatforms.partners.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts what is sent to the database, by the engine, JPA and JDBC alike; a batch is one. Connections are only wrapped while it
 * counts, so that it costs nothing at other times.
 */
class StatementCounter implements BeanPostProcessor {

    /** How often a text was sent, and how long its sender waited in all, in nanoseconds. */
    record Sent(long times, long nanos) {}

    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private volatile boolean counting;

    void start() {
        counting = true;
    }

    void stop() {
        counting = false;
    }

    /** What was sent since the last call, by its text. */
    Map<String, Sent> take() {
        var result = Map.copyOf(sent);
        sent.clear();
        return result;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource source)) {
            return bean;
        }
        return wrap(
                DataSource.class,
                source,
                (call, result) -> counting && result instanceof Connection connection ? counted(connection) : result);
    }

    private Object counted(Connection connection) {
        return wrap(
                Connection.class,
                connection,
                (call, result) -> result instanceof Statement statement
                        ? counted(statement, call.method().getReturnType(), String.valueOf(call.argument()))
                        : result);
    }

    private Object counted(Statement statement, Class<?> type, String sql) {
        return wrap(type, statement, (call, result) -> {
            if (call.method().getName().startsWith("execute")) {
                sent.merge(
                        sql,
                        new Sent(1, call.nanos()),
                        (a, b) -> new Sent(a.times() + b.times(), a.nanos() + b.nanos()));
            }
            return result;
        });
    }

    private record Call(Method method, Object[] arguments, long nanos) {

        Object argument() {
            return arguments == null ? "" : arguments[0];
        }
    }

    /** The target with every call's result replaced. */
    private static Object wrap(Class<?> type, Object target, BiFunction<Call, Object, Object> replacement) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            try {
                long start = System.nanoTime();
                var result = method.invoke(target, arguments);
                return replacement.apply(new Call(method, arguments, System.nanoTime() - start), result);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
