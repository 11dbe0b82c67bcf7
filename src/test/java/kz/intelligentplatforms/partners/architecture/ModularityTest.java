package kz.intelligentplatforms.partners.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import kz.intelligentplatforms.partners.PartnerProgramApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(PartnerProgramApplication.class);

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        MODULES.verify();
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
