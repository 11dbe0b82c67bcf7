package kz.intelligentplatforms.partners.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kz.intelligentplatforms.partners.PartnerProgramApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(PartnerProgramApplication.class);

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        MODULES.verify();
    }

    /** For engineers: see src/docs/contributing.md. */
    @Test
    void thePictureOfTheModulesIsDrawnFromTheCode() {
        new Documenter(MODULES).writeDocumentation();
        assertThat(Path.of("target", "spring-modulith-docs", "components.puml"))
                .content()
                .contains("Registration");
    }

    @Test
    void everyModuleDeclaresWhatItDependsOn() {
        assertThat(MODULES.stream().map(ApplicationModule::getBasePackage))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(
                                module.findAnnotation(org.springframework.modulith.ApplicationModule.class))
                        .as(module.getName())
                        .hasValueSatisfying(declared -> assertThat(declared.allowedDependencies())
                                .doesNotContain(org.springframework.modulith.ApplicationModule.OPEN_TOKEN)));
    }
}
