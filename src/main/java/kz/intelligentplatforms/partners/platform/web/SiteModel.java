package kz.intelligentplatforms.partners.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import kz.intelligentplatforms.partners.platform.ProgramSettings;
import kz.intelligentplatforms.partners.platform.identity.Access;
import kz.intelligentplatforms.partners.platform.identity.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its {@link Site}. */
@ControllerAdvice(annotations = Controller.class)
class SiteModel {

    /** The last one comes first. */
    private static final List<String> OF_ALL_PAGES = List.of("site.css", "base.css");

    private final ProgramSettings settings;
    private final Accounts accounts;
    private final List<NavigationEntry> sections;
    private final Access access;
    private final List<String> styles;

    SiteModel(ProgramSettings settings, Accounts accounts, List<NavigationEntry> sections, Access access) {
        this.settings = settings;
        this.accounts = accounts;
        this.sections = sections.stream()
                .sorted(Comparator.comparing(NavigationEntry::order))
                .toList();
        this.access = access;
        this.styles = styles();
    }

    @ModelAttribute
    Site site(HttpServletRequest request) {
        var user = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = user != null && user.isAuthenticated() && !(user instanceof AnonymousAuthenticationToken);
        return new Site(
                settings.vendorName(),
                languages(request),
                signedIn ? accounts.greetingOf(user.getName()) : "",
                signedIn ? AuthorityUtils.authorityListToSet(user.getAuthorities()) : Set.of(),
                request.getRequestURI(),
                styles,
                sections,
                access);
    }

    /** What the layout shows of a form that did not arrive. */
    @ModelAttribute("unsentForm")
    @Nullable
    UnsentForm unsentForm(HttpServletRequest request) {
        return UnsentForms.shownAt(request);
    }

    private static List<String> styles() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:static/css/*.css"))
                    .map(Resource::getFilename)
                    .sorted(Comparator.comparing((String file) -> -OF_ALL_PAGES.indexOf(file))
                            .thenComparing(Comparator.naturalOrder()))
                    .map(file -> "/assets/css/" + file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Site.Language> languages(HttpServletRequest request) {
        var current = LocaleContextHolder.getLocale().getLanguage();
        return Languages.SUPPORTED.stream()
                .map(locale -> locale.getLanguage())
                .map(code -> new Site.Language(code, linkTo(code, request), code.equals(current)))
                .toList();
    }

    private static String linkTo(String code, HttpServletRequest request) {
        // The query of a page that went wrong may be what went wrong.
        var query = request.getDispatcherType() == DispatcherType.REQUEST ? request.getQueryString() : null;
        return UriComponentsBuilder.newInstance()
                .query(query)
                .replaceQueryParam(LocaleConfiguration.LANGUAGE, code)
                .build()
                .toUriString();
    }
}
