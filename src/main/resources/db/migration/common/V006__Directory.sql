-- The public directory: all that its pages read. A partner that leaves keeps its row, and with it its address and its texts.
create table directory_listing (
    partner_id     bigint primary key references partner (id),
    slug           varchar(80)   not null,
    name           varchar(200)  not null,
    sort_key       varchar(200)  not null,
    search_text    varchar(600)  not null,
    city           varchar(100)  not null,
    city_key       varchar(100)  not null,
    tier           varchar(30)   not null,
    service_status boolean       not null,
    listed         boolean       not null,
    service_listed boolean       not null,
    website        varchar(200),
    about_ru       varchar(1500) not null,
    about_kk       varchar(1500) not null,
    about_en       varchar(1500) not null,
    logo           varchar(64),
    updated_at     timestamp with time zone not null,
    version        integer       not null,
    constraint directory_listing_slug unique (slug)
);
create index directory_by_name on directory_listing (listed, sort_key, partner_id);
create index directory_by_city on directory_listing (listed, city_key, sort_key, partner_id);
create index directory_by_tier on directory_listing (listed, tier, sort_key, partner_id);
create index directory_service_by_name on directory_listing (service_listed, sort_key, partner_id);
create index directory_service_by_city on directory_listing (service_listed, city_key, sort_key, partner_id);

-- One row: locked by whoever changes the directory, and counting the changes, so that a reader knows whether there is news.
create table directory_edition (
    id      integer primary key,
    edition bigint not null
);
insert into directory_edition (id, edition) values (1, 1);

-- Logos, by the SHA-256 of what is stored: those shown, and those that wait for approval.
create table directory_logo (
    partner_id bigint      not null references partner (id),
    id         varchar(64) not null,
    content    bytea       not null,
    primary key (partner_id, id)
);

-- What a partner wants to change. open_partner is the partner while the change is open: one open change per partner.
create table listing_change (
    case_number   varchar(24)   primary key references program_case (case_number),
    partner_id    bigint        not null references partner (id),
    about_ru      varchar(1500) not null,
    about_kk      varchar(1500) not null,
    about_en      varchar(1500) not null,
    website       varchar(200),
    logo          varchar(64),
    status        varchar(20)   not null,
    open_partner  bigint,
    review_reason varchar(2000),
    submitted_by  varchar(64)   not null,
    submitted_at  timestamp with time zone not null,
    version       integer       not null,
    constraint listing_change_open unique (open_partner)
);
create index listing_change_partner on listing_change (partner_id, case_number);
