-- What people ask to put right in a recorded purchase, with what would be right where it is not voided. What was recorded stays in
-- purchase. An undecided one holds its purchase, so that nobody is asked twice.
create table purchase_correction (
    case_number     varchar(24)   primary key references program_case (case_number),
    purchase_id     bigint        not null references purchase (id),
    open_purchase   bigint,
    action          varchar(8)    not null,
    document_number varchar(64),
    kind            varchar(8),
    purchased_on    date,
    amount          numeric(15, 2),
    tax_country     varchar(2),
    tax_number      varchar(32),
    reason          varchar(2000) not null,
    status          varchar(12)   not null,
    requested_by    varchar(64)   not null,
    requested_at    timestamp with time zone not null,
    decided_by      varchar(64),
    decided_at      timestamp with time zone,
    comment         varchar(2000),
    version         integer       not null,
    constraint purchase_correction_open unique (open_purchase)
);
create index purchase_correction_purchase on purchase_correction (purchase_id);
