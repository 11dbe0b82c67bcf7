create table purchase_import_content (
    import_id varchar(36) primary key references purchase_import (id) on delete cascade,
    content   bytea,
    report    text not null
);
create trigger purchase_append_only before update or delete on purchase
    for each row execute function refuse_change();
create trigger points_entry_append_only before update or delete on points_entry
    for each row execute function refuse_change();
create trigger purchase_no_truncate before truncate on purchase
    for each statement execute function refuse_change();
create trigger points_entry_no_truncate before truncate on points_entry
    for each statement execute function refuse_change();
-- As EntryHash.of.
create function points_entry_hash(previous text, partner_id bigint, seq integer, kind text, points bigint, quarter text,
    reference text, posted_millis bigint, posted_by text, case_number text, reason text)
    returns text language sql immutable as $$
    select encode(sha256(convert_to(concat_ws('|', previous, partner_id, seq, kind, points, quarter, reference, posted_millis,
        posted_by, coalesce(case_number, ''), reason), 'UTF8')), 'hex')
$$;
