package kz.intelligentplatforms.partners.platform.database;

import jakarta.persistence.EntityManager;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.springframework.stereotype.Component;

/** Numbers from the database's sequences, for numbers that are not the keys of entities. */
@Component
public class Sequences {

    private final EntityManager entities;

    Sequences(EntityManager entities) {
        this.entities = entities;
    }

    public long next(String sequence) {
        var query = entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(JdbcServices.class)
                .getDialect()
                .getSequenceSupport()
                .getSequenceNextValString(sequence);
        return ((Number) entities.createNativeQuery(query).getSingleResult()).longValue();
    }
}
