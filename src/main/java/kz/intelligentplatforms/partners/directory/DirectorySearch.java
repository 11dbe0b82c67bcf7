package kz.intelligentplatforms.partners.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.intelligentplatforms.partners.directory.ListingQuery.Section;
import kz.intelligentplatforms.partners.platform.text.Alphabet;
import kz.intelligentplatforms.partners.platform.text.SearchKey;
import kz.intelligentplatforms.partners.platform.web.PublicText;
import kz.intelligentplatforms.partners.program.Tier;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What anybody may read of the directory. Of its tables, pages touch only {@code directory_listing}: one query, and one to count. */
@Service
public class DirectorySearch {

    private static final String COLUMNS =
            "select slug, name, city, tier, service_status, website, about_ru, about_kk, about_en, logo";

    private final JdbcClient jdbc;
    private final Edition edition;

    /** Every list page offers the cities; they change with the edition only. */
    private final Cache<CitiesOf, List<String>> cities =
            Caffeine.newBuilder().maximumSize(10).build();

    DirectorySearch(JdbcClient jdbc, Edition edition) {
        this.jdbc = jdbc;
        this.edition = edition;
    }

    private record CitiesOf(Section section, long edition) {}

    /** Changes whenever anything in the directory does. */
    public long edition() {
        return edition.current();
    }

    /** The listings that match, by name. */
    public Page<Listing> find(ListingQuery query, PageRequest page) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = where(query, parameters);
        var found = jdbc.sql(COLUMNS + where + " order by sort_key, partner_id limit :limit offset :offset")
                .params(parameters)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(DirectorySearch::listing)
                .list();
        return PageableExecutionUtils.getPage(found, (Pageable) page, () -> count(where, parameters));
    }

    private long count(String where, Map<String, Object> parameters) {
        return jdbc.sql("select count(*)" + where)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private static String where(ListingQuery query, Map<String, Object> parameters) {
        var where = new StringBuilder(" from directory_listing where " + query.section().column + " = true");
        if (query.tier() != null) {
            where.append(" and tier = :tier");
            parameters.put("tier", query.tier().name());
        }
        if (query.service() != null) {
            where.append(" and service_status = :service");
            parameters.put("service", query.service());
        }
        if (!query.city().isEmpty()) {
            where.append(" and city_key = :city");
            parameters.put("city", query.cityKey());
        }
        if (!query.name().isEmpty()) {
            where.append(" and search_text like :name");
            parameters.put("name", query.namePattern());
        }
        return where.toString();
    }

    /** The cities there is anybody to find in, in order; one that is written in several ways stands there once. */
    public List<String> cities(Section section) {
        return cities.get(new CitiesOf(section, edition()), of -> citiesOf(section));
    }

    private List<String> citiesOf(Section section) {
        var byKey = new LinkedHashMap<String, String>();
        jdbc
                .sql("select distinct city from directory_listing where " + section.column + " = true")
                .query(String.class)
                .list()
                .stream()
                .sorted(Alphabet.order())
                .forEach(city -> byKey.putIfAbsent(SearchKey.of(city), city));
        return List.copyOf(byKey.values());
    }

    /** Whoever can be found under this address now. */
    public Optional<Listing> bySlug(String slug) {
        return jdbc.sql(COLUMNS
                        + " from directory_listing where slug = :slug and (listed = true or service_listed = true)")
                .param("slug", slug)
                .query(DirectorySearch::listing)
                .optional();
    }

    private static Listing listing(ResultSet row, int number) throws SQLException {
        return new Listing(
                row.getString("slug"),
                row.getString("name"),
                row.getString("city"),
                Tier.valueOf(row.getString("tier")),
                row.getBoolean("service_status"),
                row.getString("website"),
                new PublicText(row.getString("about_ru"), row.getString("about_kk"), row.getString("about_en")),
                row.getString("logo"));
    }
}
