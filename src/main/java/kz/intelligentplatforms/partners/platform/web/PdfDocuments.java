package kz.intelligentplatforms.partners.platform.web;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/**
 * Prints templates as PDF, in the language of whoever is asking. A template is well-formed XHTML that takes its CSS from
 * {@code pdf.html}. Pictures and styles from elsewhere are not loaded.
 */
@Component
public class PdfDocuments {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Has what the other one lacks: the tenge sign, the rouble's, arrows and more. */
    private static final String OTHER_FONT = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed.ttf";

    /** What XML cannot hold, whoever typed it. */
    private static final String NO_XML = "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final ITemplateEngine templates;
    private final ThymeleafEvaluationContext beans;

    PdfDocuments(ITemplateEngine templates, ApplicationContext application) {
        this.templates = templates;
        this.beans = new ThymeleafEvaluationContext(application, null);
        XRLog.setLoggingEnabled(false);
    }

    /**
     * The document as a file.
     *
     * @param template its name below {@code templates}, without the ending
     * @param model what the template shows; it may call beans ({@code @dates}), as pages do
     */
    public byte[] of(String template, Map<String, Object> model) {
        var context = new Context(LocaleContextHolder.getLocale(), model);
        context.setVariable(ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME, beans);
        var page = templates.process(template, context).replaceAll(NO_XML, "\uFFFD");
        var bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(font(FONT), "Liberation Sans", 400, FontStyle.NORMAL, true)
                    .useFont(
                            font(OTHER_FONT),
                            "DejaVu Sans Condensed",
                            400,
                            FontStyle.NORMAL,
                            true,
                            EnumSet.of(FSFontUseCase.FALLBACK_PRE))
                    .useUriResolver((base, uri) -> null)
                    .withHtmlContent(page, null)
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(file), file);
    }
}
