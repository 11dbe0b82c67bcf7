-- Names are ordered and found by keys, the same on every database. R__Keys_of_names fills them for what is there already.
alter table partner add column sort_key varchar(400) default '' not null;
drop index partner_name;
create index partner_by_name on partner (sort_key, id);

alter table directory_listing alter column sort_key set data type varchar(400);

alter table co_request add column title_key varchar(200) default '' not null;
