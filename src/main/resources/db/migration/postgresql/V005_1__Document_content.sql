create table document_content (
    document_id varchar(36) primary key references document (id) on delete cascade,
    content     bytea not null
);
-- What people upload is compressed already.
alter table document_content alter column content set storage external;
-- In whatever order the database sorts, this index also finds folders by how they begin.
create index document_folder on document (folder varchar_pattern_ops);
