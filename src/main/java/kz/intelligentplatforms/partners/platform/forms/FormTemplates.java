package kz.intelligentplatforms.partners.platform.forms;

import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** The forms stand beside the models, in {@code forms/}, not among the pages. */
@Configuration(proxyBeanMethods = false)
class FormTemplates {

    @Bean
    SpringResourceTemplateResolver taskFormTemplates(ThymeleafProperties settings) {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix("classpath:/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(settings.isCache());
        resolver.getResolvablePatternSpec().addPattern("forms/*");
        resolver.setOrder(1);
        return resolver;
    }
}
