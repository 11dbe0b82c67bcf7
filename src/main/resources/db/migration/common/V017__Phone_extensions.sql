-- A telephone number may have an extension.
alter table partner alter column phone set data type varchar(40);
alter table partner alter column contact_phone set data type varchar(40);
alter table registration_application alter column phone set data type varchar(40);
alter table registration_application alter column contact_phone set data type varchar(40);
