package kz.intelligentplatforms.partners.testing;

import kz.intelligentplatforms.partners.platform.identity.Group;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.util.HtmlUtils;

/**
 * The whole application with its real database, mail server and web server, started once for all tests. Tests share the data, so
 * each makes its own companies ({@link Companies}) and looks at those only.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestEnvironment.class)
@Import(TestConfiguration.class)
public abstract class IntegrationTest {

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected Jobs jobs;

    @Autowired
    protected People people;

    @Autowired
    protected Members members;

    @Autowired
    @Qualifier("mailWorker")
    private Lifecycle mailWorker;

    @Value("${server.port}")
    protected String port;

    @BeforeEach
    void startClock() {
        TestClock.reset();
        ProcessEngineTests.init(engine);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
        engine.getIdentityService().clearAuthentication();
    }

    /** Somebody who is not signed in. */
    protected Visitor visitor() {
        return new Visitor(port);
    }

    /** A member of the group, signed in. */
    protected Visitor member(Group group) {
        return visitor().signIn(people.of(group), People.PASSWORD);
    }

    /** What a member of the task's group reads in its form, in Russian; the names of the fields are not part of it. */
    protected String formOf(Task task) {
        var key = engine.getFormService().getTaskFormKey(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        var address = key.substring("embedded:".length()) + "?taskId=" + task.getId();
        var answer = member(new Desk(engine, people).groupOf(task)).get(address);
        if (answer.statusCode() != 200) {
            throw new AssertionError(address + ": " + answer.statusCode());
        }
        return HtmlUtils.htmlUnescape(answer.body().replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }

    /** Lets the engine work by itself, as in production. */
    protected void startJobExecutor() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .start();
        mailWorker.start();
    }

    protected void stopJobExecutor() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .shutdown();
        mailWorker.stop();
    }
}
