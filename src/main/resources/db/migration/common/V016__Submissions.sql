-- Forms that were sent: what came of each, by the hash of its key. The content's hash is null where release 1 took the form.
create table submission (
    key_hash    varchar(64) primary key,
    fingerprint varchar(64),
    result      varchar(64) not null,
    sent_at     timestamp with time zone not null
);

insert into submission (key_hash, fingerprint, result, sent_at)
    select submission_key, body_hash, case_number, submitted_at from registration_application;
insert into submission (key_hash, result, sent_at)
    select submission_key, case_number, submitted_at from tier_application;
insert into submission (key_hash, result, sent_at)
    select submission_key, case_number, submitted_at from co_request;
insert into submission (key_hash, result, sent_at)
    select submission_key, case_number, requested_at from redemption;

alter table registration_application drop constraint registration_submission_key;
alter table registration_application drop column submission_key;
alter table registration_application drop column body_hash;
alter table tier_application drop constraint tier_application_submission_key;
alter table tier_application drop column submission_key;
alter table co_request drop constraint co_request_submission_key;
alter table co_request drop column submission_key;
alter table redemption drop constraint redemption_submission_key;
alter table redemption drop column submission_key;
