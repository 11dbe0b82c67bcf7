package kz.intelligentplatforms.partners.documents;

import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import kz.intelligentplatforms.partners.partner.PartnerAccounts;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.web.SeeOther;
import kz.intelligentplatforms.partners.platform.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A page with nothing but files, as the tests need it: the shared pieces of {@code documents/fragments} at work. */
@Controller
class UploadPage {

    private final Documents documents;
    private final PartnerAccounts accounts;
    private final Texts texts;

    UploadPage(Documents documents, PartnerAccounts accounts, Texts texts) {
        this.documents = documents;
        this.accounts = accounts;
        this.texts = texts;
    }

    @GetMapping("/portal/upload-page")
    ModelAndView show(Principal user) {
        return page(user, HttpStatus.OK, "");
    }

    @PostMapping("/portal/upload-page")
    ModelAndView upload(@RequestParam MultipartFile file, Principal user) throws IOException {
        try (var content = file.getInputStream()) {
            documents.store(
                    partnerOf(user),
                    folderOf(user),
                    Set.of(Group.SOLUTION_ARCHITECTS),
                    String.valueOf(file.getOriginalFilename()),
                    content,
                    user.getName());
            return SeeOther.at("/portal/upload-page?saved");
        } catch (DocumentRefused refused) {
            return page(user, HttpStatus.UNPROCESSABLE_ENTITY, refused.text(texts));
        }
    }

    @PostMapping("/portal/upload-page/remove")
    ModelAndView remove(@RequestParam String document, Principal user) {
        documents.remove(document, folderOf(user));
        return SeeOther.at("/portal/upload-page");
    }

    static String folderOf(long partner) {
        return "PAGE/" + partner;
    }

    private String folderOf(Principal user) {
        return folderOf(partnerOf(user));
    }

    private long partnerOf(Principal user) {
        return accounts.partnersOf(user.getName()).get(0);
    }

    private ModelAndView page(Principal user, HttpStatus status, String error) {
        return new ModelAndView("documents/upload-page", status)
                .addObject("files", documents.inFolder(folderOf(user)))
                .addObject("error", error.isEmpty() ? null : error);
    }
}
