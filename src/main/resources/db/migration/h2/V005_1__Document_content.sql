create table document_content (
    document_id varchar(36) primary key references document (id) on delete cascade,
    content     blob not null
);
create index document_folder on document (folder);
