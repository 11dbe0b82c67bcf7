package kz.intelligentplatforms.partners.documents.web;

import java.nio.charset.StandardCharsets;
import kz.intelligentplatforms.partners.documents.Documents;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands out evidence files, always to be saved, never to be shown, guessed at or run by the browser. A file that is not for the
 * reader's eyes does not exist.
 */
@Controller
class DocumentDownload {

    private final Documents documents;

    DocumentDownload(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> download(@PathVariable String id, Authentication user) {
        var file = documents
                .open(id, user.getName(), AuthorityUtils.authorityListToSet(user.getAuthorities()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var attachment = ContentDisposition.attachment()
                .filename(file.document().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.document().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file.bytes());
    }
}
