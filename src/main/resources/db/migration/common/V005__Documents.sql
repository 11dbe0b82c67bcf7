-- Evidence files: what is known of them. Their content has a table of its own, so that no listing reads it.
create table document (
    id          varchar(36)  primary key,
    partner_id  bigint       not null references partner (id),
    folder      varchar(200) not null,
    readers     varchar(400) not null,
    file_name   varchar(150) not null,
    media_type  varchar(100) not null,
    byte_count  bigint       not null,
    sha256      varchar(64)  not null,
    uploaded_by varchar(64)  not null,
    uploaded_at timestamp with time zone not null
);
create index document_partner on document (partner_id);
