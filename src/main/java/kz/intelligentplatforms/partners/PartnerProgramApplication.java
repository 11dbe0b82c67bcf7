package kz.intelligentplatforms.partners;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The partner program: portal, staff pages, engine and the engine's webapps in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PartnerProgramApplication {

    public static void main(String[] args) {
        SpringApplication.run(PartnerProgramApplication.class, args);
    }
}
