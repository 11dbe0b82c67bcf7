package kz.intelligentplatforms.partners.platform.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are records: what their constructor does not ask for is not looked at. Spring would go on to set properties, and fail on names
 * that nobody's form has.
 */
@ControllerAdvice
class FormBinding {

    @InitBinder
    void byConstructorOnly(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
