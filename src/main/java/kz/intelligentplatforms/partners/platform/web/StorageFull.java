package kz.intelligentplatforms.partners.platform.web;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The server has no room for a file, which says nothing of the file or of who sent it: 507. */
public class StorageFull extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    public StorageFull(IOException cause) {
        super(HttpStatus.INSUFFICIENT_STORAGE, cause);
    }
}
