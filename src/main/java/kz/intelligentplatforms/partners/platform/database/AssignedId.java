package kz.intelligentplatforms.partners.platform.database;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** An entity that is given its id, such as a case number: it knows whether it is stored, so that to save it asks the database nothing. */
@MappedSuperclass
public abstract class AssignedId<K> implements Persistable<K> {

    @Transient
    private boolean isNew = true;

    @Override
    public boolean isNew() {
        return isNew;
    }

    /** Called once it is in the database. */
    @PostPersist
    @PostLoad
    public void stored() {
        isNew = false;
    }
}
