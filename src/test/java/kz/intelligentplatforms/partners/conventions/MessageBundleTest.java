package kz.intelligentplatforms.partners.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.intelligentplatforms.partners.cases.Actor;
import kz.intelligentplatforms.partners.cases.CaseKind;
import kz.intelligentplatforms.partners.cases.CommonEvent;
import kz.intelligentplatforms.partners.cases.ProgressStep;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.cofunding.CoFundingRefused;
import kz.intelligentplatforms.partners.cofunding.CostLineView;
import kz.intelligentplatforms.partners.cofunding.Phase;
import kz.intelligentplatforms.partners.cofunding.Proof;
import kz.intelligentplatforms.partners.directory.ListingRefused;
import kz.intelligentplatforms.partners.directory.LogoRefused;
import kz.intelligentplatforms.partners.documents.DocumentRefused;
import kz.intelligentplatforms.partners.funds.FundEntryKind;
import kz.intelligentplatforms.partners.notification.MailTemplate;
import kz.intelligentplatforms.partners.platform.identity.Group;
import kz.intelligentplatforms.partners.platform.identity.PasswordRules;
import kz.intelligentplatforms.partners.points.Calculation;
import kz.intelligentplatforms.partners.points.EntryKind;
import kz.intelligentplatforms.partners.points.LedgerCheck;
import kz.intelligentplatforms.partners.points.accrual.AccrualStatus;
import kz.intelligentplatforms.partners.points.accrual.AccrualView;
import kz.intelligentplatforms.partners.points.adjustment.AdjustmentRefused;
import kz.intelligentplatforms.partners.program.Activity;
import kz.intelligentplatforms.partners.program.Benefit;
import kz.intelligentplatforms.partners.program.Requirement;
import kz.intelligentplatforms.partners.program.Tier;
import kz.intelligentplatforms.partners.purchases.CorrectionRefused;
import kz.intelligentplatforms.partners.purchases.ImportRefused;
import kz.intelligentplatforms.partners.purchases.ImportReport;
import kz.intelligentplatforms.partners.purchases.ImportView;
import kz.intelligentplatforms.partners.purchases.MatchRefused;
import kz.intelligentplatforms.partners.purchases.Outcome;
import kz.intelligentplatforms.partners.purchases.PurchaseField;
import kz.intelligentplatforms.partners.purchases.PurchaseKind;
import kz.intelligentplatforms.partners.purchases.PurchaseSource;
import kz.intelligentplatforms.partners.purchases.PurchaseStanding;
import kz.intelligentplatforms.partners.purchases.Violation;
import kz.intelligentplatforms.partners.purchases.correction.CorrectionAction;
import kz.intelligentplatforms.partners.purchases.correction.CorrectionStage;
import kz.intelligentplatforms.partners.registration.RegistrationRefused;
import kz.intelligentplatforms.partners.rewards.RedemptionRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts in three languages are kept in step, and nothing that code asks for by name is missing. */
class MessageBundleTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+|[a-z]+)}");
    private static final Pattern KEY_IN_CODE =
            Pattern.compile("(?:texts\\.(?:get|russian)\\(|getMessage\\()\\s*\"([a-z][A-Za-z0-9.-]*[a-z])\"");
    private static final Pattern KEY_IN_CONSTRAINT = Pattern.compile("\"\\{(error\\.[a-z-]+)}\"");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)[}(]");

    private static final Map<String, String> RUSSIAN = texts(textOf(""));

    @ParameterizedTest
    @ValueSource(strings = {"_kk", "_en"})
    void everyLanguageHasTheSameKeysWithTheSamePlaceholders(String language) throws IOException {
        for (var bundle : bundles("")) {
            var russian = bundle.getFileName().toString();
            var translation = bundle.resolveSibling(russian.replace(".", language + "."));
            assertThat(texts(Files.readString(translation)))
                    .as(translation.toString())
                    .containsOnlyKeys(texts(Files.readString(bundle)).keySet());
        }
        var translated = texts(textOf(language));
        assertThat(translated)
                .allSatisfy((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(RUSSIAN.getOrDefault(key, ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_kk", "_en"})
    void noTextIsBlankOrNoMessageFormat(String language) {
        assertThat(texts(textOf(language))).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            if (text.matches("(?s).*\\{[0-9].*")) {
                // An apostrophe would quote what follows it.
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                assertThat(new MessageFormat(text).getFormats()).as(key).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_kk", "_en"})
    void noKeyIsDefinedTwice(String language) {
        var seen = new TreeSet<String>();
        for (var line : textOf(language).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                assertThat(seen.add(line.substring(0, line.indexOf('='))))
                        .as(line)
                        .isTrue();
            }
        }
    }

    static Stream<List<String>> families() {
        return Stream.of(
                family("tier.", Tier.values(), ""),
                family("program.about.", Tier.values(), ""),
                family("requirement.", Requirement.values(), ""),
                family("benefit.", Benefit.values(), ""),
                family("mail.", mails(), ".subject"),
                family("mail.", mails(), ".body"),
                family("mail.", mails(), ".button"),
                family("registration.refused.", RegistrationRefused.Reason.values(), ""),
                family("documents.refused.", DocumentRefused.Reason.values(), ""),
                family("password.flaw.", PasswordRules.Violation.values(), ""),
                family("case.turn.", Turn.values(), ""),
                family("role.", Group.TASK_WORKERS.toArray(Group[]::new), ""),
                family("case.actor.", Actor.Kind.values(), ""),
                family("case.step.", ProgressStep.State.values(), ""),
                family("case.event.", CommonEvent.values(), ""),
                family("directory.refused.", ListingRefused.Reason.values(), ""),
                family("directory.logo.refused.", LogoRefused.Reason.values(), ""),
                family("accrual.status.", AccrualStatus.values(), ""),
                family("accrual.again.", AccrualView.Again.values(), ""),
                family("points.calculation.", Calculation.values(), ""),
                family("redemption.refused.", RedemptionRefused.Reason.values(), ""),
                family("points.kind.", EntryKind.values(), ""),
                family("points.integrity.flaw.", LedgerCheck.Violation.values(), ""),
                family("adjustment.refused.", AdjustmentRefused.Reason.values(), ""),
                family("correction.action.", CorrectionAction.values(), ""),
                family("correction.status.", CorrectionStage.values(), ""),
                family("correction.refused.", CorrectionRefused.Reason.values(), ""),
                family("purchases.kind.", PurchaseKind.values(), ""),
                Stream.of("action", "documentNumber", "kind", "date", "amount", "buyer", "reason")
                        .map(field -> "field.correction." + field)
                        .toList(),
                Stream.of("sent", "corrected", "withdrawn", "changed", "given", "claimed", "appealed")
                        .map(step -> "cofunding.own.done." + step)
                        .toList(),
                Stream.of("description", "changeReason", "report", "appeal", "giveUpReason")
                        .map(field -> "cofunding.own.field." + field)
                        .toList(),
                family("purchases.flaw.", Violation.Kind.values(), ""),
                family("purchases.warning.", ImportReport.Warning.Kind.values(), ""),
                family("purchases.refused.", ImportRefused.Reason.values(), ""),
                family("purchases.match.refused.", MatchRefused.Reason.values(), ""),
                family("purchases.outcome.", Outcome.values(), ""),
                family("purchases.source.", PurchaseSource.values(), ""),
                EnumSet.complementOf(EnumSet.of(PurchaseStanding.RECORDED)).stream()
                        .map(standing -> "purchases.standing." + standing)
                        .toList(),
                family("purchases.status.", ImportView.Status.values(), ""),
                family("cofunding.staff.kind.", FundEntryKind.values(), ""),
                Arrays.stream(PurchaseField.values())
                        .map(field -> "purchases.field." + field.property())
                        .toList(),
                family("cofunding.phase.", Phase.values(), ""),
                family("cofunding.activity.", Activity.values(), ""),
                family("cofunding.proof.", Proof.values(), ""),
                family("cofunding.verdict.", CostLineView.Verdict.values(), ""),
                family("cofunding.refused.", CoFundingRefused.Reason.values(), ""),
                List.of("cofunding.fund.GENERAL"));
    }

    /** The names of cases, of where they stand and of what happens in them. */
    static Stream<List<String>> kinds() {
        return Declared.constants(CaseKind.class)
                .map(kind -> Stream.of(
                                Stream.of("case." + kind.name()),
                                kind.stages().stream().map(stage -> "case." + kind.name() + ".stage." + stage.name()),
                                kind.events().stream().map(event -> "case.event." + event.name()))
                        .flatMap(keys -> keys)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource({"families", "kinds"})
    void everyMemberOfAFamilyHasAText(List<String> keys) {
        assertThat(RUSSIAN.keySet()).containsAll(keys);
    }

    @Test
    void everyKeyNamedInCodeAndTemplatesHasAText() throws IOException {
        var used = new TreeSet<String>();
        used.addAll(Sources.matches("src/main/java", ".java", KEY_IN_CODE));
        used.addAll(Sources.matches("src/main/java", ".java", KEY_IN_CONSTRAINT));
        used.addAll(Sources.matches("src/main/resources/templates", ".html", KEY_IN_TEMPLATE));
        used.addAll(Sources.matches("forms", ".html", KEY_IN_TEMPLATE));
        assertThat(used).hasSizeGreaterThan(100);
        used.removeAll(RUSSIAN.keySet());
        assertThat(used).as("keys without a text").isEmpty();
    }

    /** Those of all modules. */
    private static Enum<?>[] mails() {
        return new ClassFileImporter()
                .importPackages("kz.intelligentplatforms.partners").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(MailTemplate.class))
                        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                        .map(Enum.class::cast)
                        .toArray(Enum<?>[]::new);
    }

    private static List<String> family(String prefix, Enum<?>[] members, String suffix) {
        return Arrays.stream(members)
                .map(member -> prefix + member.name() + suffix)
                .toList();
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Map<String, String> texts(String bundle) {
        var properties = new Properties();
        try (var reader = new StringReader(bundle)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    /** The bundles of all modules in a language. */
    private static List<Path> bundles(String language) {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.filter(file -> file.getFileName().toString().matches("[a-z]+" + language + "\\.properties"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(String language) {
        return bundles(language).stream()
                .map(bundle -> {
                    try {
                        return Files.readString(bundle);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining());
    }
}
