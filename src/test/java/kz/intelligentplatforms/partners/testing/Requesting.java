package kz.intelligentplatforms.partners.testing;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.intelligentplatforms.partners.cofunding.Claim;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles;
import kz.intelligentplatforms.partners.cofunding.CoFundingFiles.Holder;
import kz.intelligentplatforms.partners.cofunding.CoFundingProcess;
import kz.intelligentplatforms.partners.cofunding.Proof;
import kz.intelligentplatforms.partners.cofunding.Proposal;
import kz.intelligentplatforms.partners.testing.Members.Member;
import org.camunda.bpm.engine.ProcessEngine;

/** Takes requests for co-funding along the way to where a test begins. */
public class Requesting {

    private final CoFundingProcess process;
    private final CoFundingFiles files;
    private final ProcessEngine engine;
    private final People people;
    private final Jobs jobs;
    private final Clock clock;

    Requesting(
            CoFundingProcess process,
            CoFundingFiles files,
            ProcessEngine engine,
            People people,
            Jobs jobs,
            Clock clock) {
        this.process = process;
        this.files = files;
        this.engine = engine;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Moves the clock to noon of a day. */
    public void goTo(LocalDate day) {
        TestClock.forward(
                Duration.between(clock.instant(), day.atTime(LocalTime.NOON).atZone(clock.getZone())));
    }

    /** A partner asks for 300 000 of 600 000 KZT, in two lines; gives the case number. */
    public String submit(Member partner, String activity, String title, LocalDate day) {
        var costs = List.of(new Proposal.Cost("Зал", "400 000"), new Proposal.Cost("Обед", "200 000"));
        var proposal = new Proposal(
                activity,
                title,
                "Расскажем о насосах",
                "Алматы",
                day.toString(),
                day.toString(),
                "Инженеры",
                "40",
                costs,
                "300 000");
        return process.submit(partner.id(), proposal, UUID.randomUUID().toString(), null, partner.user());
    }

    /** Marketing approves, and the money is reserved. */
    public void approve(String number) {
        new Desk(engine, people).answer(number, "Task_ReviewCoFundingRequest", Map.of("decision", "APPROVE"));
        jobs.runDue(number);
    }

    /** The day after the activity: the partner is asked to claim. */
    public void passTheEvent(String number) {
        goTo(process.byCaseNumber(number).orElseThrow().endsOn().plusDays(1));
        jobs.runDue(number);
    }

    /** The partner claims 200 000 of the 400 000 KZT that one line has cost. */
    public void claim(Member partner, String number, String invoice) {
        var holder = Holder.ofCase(partner.id(), number);
        files.prove(
                holder,
                Proof.PHOTOS,
                "photos.pdf",
                new ByteArrayInputStream(SampleFiles.pdf("photos")),
                partner.user());
        var day = process.byCaseNumber(number).orElseThrow().startsOn().toString();
        process.claim(
                number,
                new Claim(
                        List.of(new Claim.Cost("400 000", invoice, day), new Claim.Cost("0", "", "")),
                        "200 000",
                        "Мы провели семинар"),
                partner.user());
    }
}
