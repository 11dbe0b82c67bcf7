-- These keys were kept as they are.
insert into submission (key_hash, result, sent_at)
    select lower(rawtohex(hash('SHA-256', stringtoutf8(submission_key)))), case_number, requested_at from points_adjustment;
insert into submission (key_hash, result, sent_at)
    select lower(rawtohex(hash('SHA-256', stringtoutf8(submission_key)))), fund_id, posted_at from co_fund_entry where submission_key is not null;
insert into submission (key_hash, result, sent_at)
    select lower(rawtohex(hash('SHA-256', stringtoutf8(id)))), id, uploaded_at from purchase_import;

alter table points_adjustment drop constraint points_adjustment_submission_key;
alter table points_adjustment drop column submission_key;
alter table co_fund_entry drop constraint co_fund_entry_submission_key;
alter table co_fund_entry drop column submission_key;
