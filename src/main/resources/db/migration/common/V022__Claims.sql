-- Claims of what is reserved for requests, one each; until now they were a part of the request, and their state that of its case.
create table co_claim (
    case_number     varchar(24)    primary key references co_request (case_number),
    state           varchar(10)    not null,
    claimed         numeric(15, 2) not null,
    payable         numeric(15, 2),
    report          varchar(4000)  not null,
    reviewed_by     varchar(64),
    authorized_by   varchar(64),
    return_cause    varchar(10),
    return_note     varchar(2000),
    decision_reason varchar(2000),
    refusal         varchar(2000),
    refused_by      varchar(64),
    appeal          varchar(2000),
    version         integer        not null,
    constraint co_claim_money check (claimed > 0 and (payable is null or payable <= claimed))
);

insert into co_claim (case_number, state, claimed, payable, report, reviewed_by, authorized_by, return_cause, return_note, decision_reason,
    refusal, refused_by, appeal, version)
select r.case_number,
       case
           when r.paid is not null then 'PAID'
           when c.stage in ('PROOF', 'EXPIRED') then 'RETURNED'
           when c.stage = 'CLAIM' then 'SUBMITTED'
           when c.stage = 'CLAIM_AUTHORIZATION' then 'ACCEPTED'
           when c.stage = 'SETTLEMENT' then 'PAYABLE'
           when c.stage in ('APPEAL', 'REFUSED') then 'REFUSED'
           when c.stage = 'APPEAL_REVIEW' then 'APPEALED'
           else 'GIVEN_UP'
       end,
       r.claimed, coalesce(r.paid, r.payable), coalesce(r.claim_report, ''), r.claim_reviewed_by, r.claim_authorized_by,
       case when r.earlier <> '' then 'FINANCE' end, case when r.earlier <> '' then r.earlier end, r.decision_reason, r.refusal, r.refused_by, r.appeal, 0
  from co_request r join program_case c on c.case_number = r.case_number
 where r.claimed is not null;

create table co_claim_line (
    case_number    varchar(24)    not null references co_claim (case_number),
    line_no        integer        not null,
    spent          numeric(15, 2) not null,
    invoice_number varchar(60),
    invoice_key    varchar(200),
    invoiced_on    date,
    verdict        varchar(10),
    accepted       numeric(15, 2),
    reason         varchar(500),
    primary key (case_number, line_no)
);

insert into co_claim_line (case_number, line_no, spent, invoice_number, invoice_key, invoiced_on, verdict, accepted, reason)
select l.case_number, l.line_no, coalesce(l.spent, 0), l.invoice_number, l.invoice_key, l.invoiced_on, l.verdict, l.accepted, l.reason
  from co_cost_line l join co_claim k on k.case_number = l.case_number;

-- Whether an invoice was claimed before.
drop index co_cost_line_invoice;
create index co_claim_line_invoice on co_claim_line (invoice_key);

alter table co_cost_line drop column spent;
alter table co_cost_line drop column invoice_number;
alter table co_cost_line drop column invoice_key;
alter table co_cost_line drop column invoiced_on;
alter table co_cost_line drop column verdict;
alter table co_cost_line drop column accepted;
alter table co_cost_line drop column reason;

-- Why marketing has a request on its desk again, until now in words.
alter table co_request add column return_cause varchar(10);
alter table co_request add column return_note varchar(2000);
update co_request
   set return_cause = case
           when authorized_by is null and approved > finance_above then 'FINANCE'
           when earlier like 'Очередь до этого запроса не дошла%' then 'QUEUE_OVER'
           else 'SHORT'
       end,
       return_note = case when earlier not like 'Очередь до этого запроса не дошла%' then earlier end
 where claimed is null and earlier <> '';
update co_request set decision_reason = null where claimed is not null;

alter table co_request drop column earlier;
alter table co_request drop constraint co_request_money;
alter table co_request add constraint co_request_money check (asked > 0 and (approved is null or approved <= asked));
alter table co_request drop column claimed;
alter table co_request drop column payable;
alter table co_request drop column paid;
alter table co_request drop column claim_report;
alter table co_request drop column claim_reviewed_by;
alter table co_request drop column claim_authorized_by;
alter table co_request drop column appeal;
alter table co_request drop column refusal;
alter table co_request drop column refused_by;
