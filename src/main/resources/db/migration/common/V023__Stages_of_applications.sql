-- An application is where its case is: the open ones said only that they were open.
update registration_application set status =
    (select c.stage from program_case c where c.case_number = registration_application.case_number)
where status = 'OPEN';

update tier_application set status =
    (select c.stage from program_case c where c.case_number = tier_application.case_number)
where status = 'OPEN';

update tier_application set status = 'CHANGED' where status = 'APPROVED';

update listing_change set status = 'REVIEW' where status = 'IN_REVIEW';
update listing_change set status = 'CORRECTION' where status = 'IN_CORRECTION';

update points_adjustment set status = 'ADJUSTED' where status = 'APPROVED';

update purchase_correction set status = 'APPROVAL' where status = 'OPEN';
update purchase_correction set status =
    (select c.stage from program_case c where c.case_number = purchase_correction.case_number)
where status = 'CONFIRMED';
