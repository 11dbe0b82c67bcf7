package kz.intelligentplatforms.partners.directory;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface DirectoryListings extends CrudRepository<DirectoryListing, Long> {

    /** The addresses given already that are {@code slug} or go on with a hyphen. */
    @Query("select l.slug from DirectoryListing l where l.slug = :slug or l.slug like concat(:slug, '-%')")
    List<String> slugsLike(String slug);
}
