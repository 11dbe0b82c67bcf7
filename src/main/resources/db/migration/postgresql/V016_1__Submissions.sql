-- These keys were kept as they are.
insert into submission (key_hash, result, sent_at)
    select encode(sha256(convert_to(submission_key, 'UTF8')), 'hex'), case_number, requested_at from points_adjustment;
insert into submission (key_hash, result, sent_at)
    select encode(sha256(convert_to(submission_key, 'UTF8')), 'hex'), fund_id, posted_at from co_fund_entry where submission_key is not null;
insert into submission (key_hash, result, sent_at)
    select encode(sha256(convert_to(id, 'UTF8')), 'hex'), id, uploaded_at from purchase_import;

alter table points_adjustment drop constraint points_adjustment_submission_key;
alter table points_adjustment drop column submission_key;
alter table co_fund_entry drop constraint co_fund_entry_submission_key;
alter table co_fund_entry drop column submission_key;
