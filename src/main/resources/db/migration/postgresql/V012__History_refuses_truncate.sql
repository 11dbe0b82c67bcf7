create trigger case_event_no_truncate before truncate on case_event
    for each statement execute function refuse_change();
