package kz.intelligentplatforms.partners.directory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts the changes of the directory: the same number means the same content. */
@Component
class Edition {

    private final JdbcClient jdbc;

    Edition(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a change; until the caller's transaction ends, nobody else can. */
    @Transactional(propagation = Propagation.MANDATORY)
    void next() {
        jdbc.sql("update directory_edition set edition = edition + 1 where id = 1")
                .update();
    }

    long current() {
        return jdbc.sql("select edition from directory_edition where id = 1")
                .query(Long.class)
                .single();
    }
}
