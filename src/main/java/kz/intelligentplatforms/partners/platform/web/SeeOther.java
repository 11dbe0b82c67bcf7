package kz.intelligentplatforms.partners.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that did its work: another page, so that reloading it sends nothing again. */
public final class SeeOther {

    private SeeOther() {}

    /** @param path of our own, from the first slash on */
    public static ModelAndView at(String path) {
        var redirect = new RedirectView(path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }
}
