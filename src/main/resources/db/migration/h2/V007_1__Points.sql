create table purchase_import_content (
    import_id varchar(36) primary key references purchase_import (id) on delete cascade,
    content   blob,
    report    clob not null
);
create trigger purchase_append_only before update, delete on purchase
    for each row call 'kz.intelligentplatforms.partners.platform.database.AppendOnly';
create trigger points_entry_append_only before update, delete on points_entry
    for each row call 'kz.intelligentplatforms.partners.platform.database.AppendOnly';
create alias points_entry_hash deterministic for 'kz.intelligentplatforms.partners.points.EntryHash.of';
