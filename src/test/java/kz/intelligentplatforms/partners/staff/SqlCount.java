package kz.intelligentplatforms.partners.staff;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Counts what the web server's threads ask the database, by whichever of the three ways there are. */
public final class SqlCount extends AppenderBase<ILoggingEvent> {

    /** Logger, and how its message begins, of JPA, the engine and plain JDBC. */
    private static final Map<String, String> STATEMENTS = Map.of(
            "org.hibernate.SQL", "",
            "org.camunda.bpm.engine.impl.persistence.entity", "==>  Preparing",
            "org.springframework.jdbc.core.JdbcTemplate", "Executing prepared SQL statement");

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private SqlCount() {}

    /** How many statements, by logger, it takes the server to answer, once it has looked up who asks. */
    public static Map<String, Integer> of(Runnable request) {
        request.run();
        var count = new SqlCount();
        var loggers = STATEMENTS.keySet().stream()
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        count.start();
        loggers.forEach(count::listenTo);
        try {
            request.run();
        } finally {
            loggers.forEach(count::leave);
        }
        return count.byLogger(List.copyOf(count.asked));
    }

    private void listenTo(Logger logger) {
        logger.addAppender(this);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
    }

    private void leave(Logger logger) {
        logger.setLevel(null);
        logger.setAdditive(true);
        logger.detachAppender(this);
    }

    private Map<String, Integer> byLogger(List<String> names) {
        var counts = new TreeMap<String, Integer>();
        STATEMENTS
                .keySet()
                .forEach(logger -> counts.put(logger, (int)
                        names.stream().filter(name -> name.startsWith(logger)).count()));
        return counts;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getThreadName().contains("-exec-")
                && STATEMENTS.entrySet().stream()
                        .anyMatch(statement -> event.getLoggerName().startsWith(statement.getKey())
                                && event.getFormattedMessage().startsWith(statement.getValue()))) {
            asked.add(event.getLoggerName());
        }
    }
}
