package kz.intelligentplatforms.partners.registration.web;

import static kz.intelligentplatforms.partners.platform.security.AccessTokens.Purpose.CASE_TRACKER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Validator;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import kz.intelligentplatforms.partners.cases.CaseView;
import kz.intelligentplatforms.partners.cases.Cases;
import kz.intelligentplatforms.partners.cases.Turn;
import kz.intelligentplatforms.partners.platform.security.AccessTokens;
import kz.intelligentplatforms.partners.platform.web.InvalidRequest;
import kz.intelligentplatforms.partners.platform.web.Texts;
import kz.intelligentplatforms.partners.registration.PartnerRegistrationProcess;
import kz.intelligentplatforms.partners.registration.RegistrationRefused;
import kz.intelligentplatforms.partners.registration.RegistrationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Applications from the vendor's own web site, and their state, as JSON. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Registration")
class RegistrationApi {

    private static final int MAX_KEY = 100;

    private final PartnerRegistrationProcess process;
    private final Cases cases;
    private final AccessTokens tokens;
    private final Validator validator;
    private final Texts texts;

    RegistrationApi(
            PartnerRegistrationProcess process, Cases cases, AccessTokens tokens, Validator validator, Texts texts) {
        this.process = process;
        this.cases = cases;
        this.tokens = tokens;
        this.validator = validator;
        this.texts = texts;
    }

    record Created(String caseNumber, URI trackingUrl) {}

    record CaseState(
            String caseNumber,
            String stage,
            String stageText,
            Turn turn,
            @Nullable Instant dueAt,
            String next,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    @PostMapping("/registrations")
    @Operation(summary = "Apply for the partner program")
    @ApiResponse(responseCode = "201", description = "The case is open; follow it at trackingUrl")
    @ApiResponse(responseCode = "400", description = "Not JSON, or fields that are not right: see errors")
    @ApiResponse(
            responseCode = "409",
            description = "The company is known already, or the key was used for another body")
    @ApiResponse(responseCode = "413", description = "The body is too large")
    @ApiResponse(responseCode = "429", description = "Too many applications from this address")
    ResponseEntity<Created> register(
            @RequestBody RegistrationRequest request,
            @Parameter(description = "Names this submission: the same key with the same body gets the same answer")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key) {
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, texts.get("api.bad-key", MAX_KEY));
        }
        var violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        var submitted = process.submit(request, key == null ? UUID.randomUUID().toString() : key);
        return ResponseEntity.created(submitted.trackingUrl())
                .body(new Created(submitted.caseNumber(), submitted.trackingUrl()));
    }

    @GetMapping("/cases/{token}")
    @Operation(summary = "Where a case stands")
    @ApiResponse(responseCode = "200", description = "The stage, whose turn it is, until when, what happens next")
    @ApiResponse(responseCode = "404", description = "No case has this token")
    CaseState state(@PathVariable String token) {
        return tokens.subjectOf(CASE_TRACKER, token)
                .flatMap(cases::byNumber)
                .map(this::stateOf)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, texts.get("api.no-such-case")));
    }

    private CaseState stateOf(CaseView view) {
        var stage = "case." + view.kind() + ".stage." + view.stage();
        return new CaseState(
                view.number(),
                view.stage(),
                texts.get(stage),
                view.turn(),
                view.dueAt(),
                texts.get(stage + ".next"),
                view.openedAt(),
                view.closedAt());
    }

    @ExceptionHandler
    ProblemDetail refused(RegistrationRefused e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.text(texts));
    }
}
