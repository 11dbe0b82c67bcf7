package kz.intelligentplatforms.partners.directory;

import static kz.intelligentplatforms.partners.platform.security.AccessTokens.sha256;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The partners' logos, those shown and those that wait for approval; named by their content, so that a name never means another. */
@Service
public class Logos {

    private final JdbcClient jdbc;

    Logos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a logo, which nobody sees yet. @return its id */
    @Transactional(propagation = Propagation.MANDATORY)
    String keep(long partnerId, Logo logo) {
        var content = logo.png();
        var id = sha256(HexFormat.of().formatHex(content));
        boolean known = !jdbc.sql("select id from directory_logo where partner_id = ? and id = ?")
                .params(partnerId, id)
                .query(String.class)
                .list()
                .isEmpty();
        if (!known) {
            jdbc.sql("insert into directory_logo (partner_id, id, content) values (?, ?, ?)")
                    .params(partnerId, id, content)
                    .update();
        }
        return id;
    }

    /** Forgets all of a partner's logos but the one that is shown. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forgetOthers(long partnerId, @Nullable String shown) {
        jdbc.sql("delete from directory_logo where partner_id = ? and id <> ?")
                .params(partnerId, shown == null ? "" : shown)
                .update();
    }

    /** The logo anybody may see, as PNG. */
    public Optional<byte[]> shown(String slug) {
        return jdbc.sql("select g.content from directory_logo g join directory_listing l"
                        + " on l.partner_id = g.partner_id and l.logo = g.id"
                        + " where l.slug = ? and (l.listed = true or l.service_listed = true)")
                .param(slug)
                .query(byte[].class)
                .optional();
    }

    /** A logo of a partner, for those who may see it before all others. */
    public Optional<byte[]> ofPartner(long partnerId, String id) {
        return jdbc.sql("select content from directory_logo where partner_id = ? and id = ?")
                .params(partnerId, id)
                .query(byte[].class)
                .optional();
    }
}
