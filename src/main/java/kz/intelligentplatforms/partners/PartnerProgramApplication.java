package kz.intelligentplatforms.partners;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The partner program: portal, staff pages, engine and the engine's webapps in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PartnerProgramApplication {

    public static void main(String[] args) {
        SpringApplication.run(PartnerProgramApplication.class, args);
    }
}
