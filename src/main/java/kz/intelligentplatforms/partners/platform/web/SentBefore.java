package kz.intelligentplatforms.partners.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a form's page says when the form was sent before with other content: what came of that, and that this was not sent. The page
 * keeps what was typed and has a new key, so that sending it once more is a decision, not an accident.
 *
 * @param address of what came of it
 * @param name of what came of it, for the link
 */
public record SentBefore(String address, String name) {

    /** @return the page, with the notice ({@code registration/fields :: sent-before}) and its status */
    public ModelAndView on(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject("sentBefore", this);
    }
}
